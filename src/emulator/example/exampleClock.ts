const day = 86_400_000;

/** Times of the example data: `at(-3)` is three days before the moment that it was made for. */
export interface ExampleClock {
  /** RFC 3339, UTC. */
  readonly at: (days: number) => string;
}

export function createExampleClock(now: number): ExampleClock {
  return { at: (days) => new Date(now + days * day).toISOString() };
}
