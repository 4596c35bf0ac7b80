/** The median of the runs of one side, and the quartiles around it: half of the runs lie between. */
export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
}

export interface Row {
  readonly what: string;
  /** By side; a side that has no such figure is absent. */
  readonly values: Readonly<Record<string, Spread>>;
}

export interface Table {
  readonly title: string;
  readonly unit: string;
  readonly better: 'less' | 'more';
  /** In the order of the columns; ours is the first. */
  readonly sides: readonly string[];
  readonly rows: readonly Row[];
}

/** What is aimed at, as a sentence, and what came out. Times are never a gate: they miss aims aloud. */
export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly measured: string;
  readonly isMet: boolean;
}

export interface Findings {
  readonly tables: readonly Table[];
  readonly aims: readonly Aim[];
  /** Sentences for the reader of the tables. */
  readonly notes: readonly string[];
}

export interface Extent {
  /** Fewer rounds, and the smaller sizes alone. */
  readonly isQuick: boolean;
  /** With the slowdowns that README.md names, to see that they show in the tables. */
  readonly isPlanted: boolean;
}

export interface Question {
  readonly title: string;
  /** How it is measured, in Markdown. */
  readonly method: string;
  readonly measure: (extent: Extent) => Promise<Findings>;
}
