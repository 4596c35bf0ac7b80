/** A number of steps that several computations share, so that together they end in time. */
export interface Allowance {
  /** Takes steps off. `false` as soon as the allowance is exhausted, and from then on. */
  spend(steps: number): boolean;
}

/** Creates an allowance of so many steps; `Infinity` never ends. */
export function createAllowance(steps: number): Allowance {
  let left = steps;
  return {
    spend(taken) {
      left -= taken;
      return left >= 0;
    },
  };
}
