import { isRecord } from './readMember.js';

/** The steps of a JSON Pointer, or of one in a URI's fragment (`#/a`). */
export function readPointer(pointer: string): string[] {
  const steps = pointer.replace(/^#/, '').split('/').slice(1);
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/**
 * Returns the own member at a path, or `undefined`. With a `root`, a `$ref` step continues at the
 * place in the root that the reference names.
 */
export function readMember(value: unknown, steps: readonly string[], root?: unknown): unknown {
  let current = value;
  for (const step of steps) {
    if (!Array.isArray(current) && !isRecord(current)) return undefined;
    const next: unknown = Object.entries(current).find(([name]) => name === step)?.[1];
    const isReference = root !== undefined && step === '$ref' && typeof next === 'string';
    current = isReference ? readMember(root, readPointer(next)) : next;
  }
  return current;
}
