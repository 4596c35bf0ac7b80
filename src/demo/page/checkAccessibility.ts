export interface AccessibilityReport {
  /** How many rules had something to look at, and found nothing wrong. */
  readonly passed: number;
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    /** Selectors of the elements. */
    readonly places: readonly string[];
  }[];
}

/** Runs axe on an element as it stands. axe is loaded with the first run: it is half a megabyte. */
export async function checkAccessibility(element: Element): Promise<AccessibilityReport> {
  const { default: axe } = await import('axe-core');
  const { passes, violations } = await axe.run(element, { preload: false });
  return {
    passed: passes.length,
    violations: violations.map(({ id, help, nodes }) => ({
      id,
      help,
      places: nodes.map(({ target }) => target.join(' ')),
    })),
  };
}
