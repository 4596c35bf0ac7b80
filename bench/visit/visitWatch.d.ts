/** Milliseconds since the navigation began, or since the event that started a press. */
interface VisitWatch {
  /** When the first account was painted. */
  firstRow: number | null;
  /** When the page had nothing more to do after that. */
  interactive: number | null;
  layoutShift: number;
  /** From each click or key to the next paint. */
  readonly presses: number[];
}

interface Window {
  readonly visitWatch: VisitWatch;
}
