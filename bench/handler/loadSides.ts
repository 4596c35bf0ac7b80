import { bundleForNode } from '../harness/bundleForNode.js';

export type Sides = typeof import('./sides.js');

/** All sides as a host runs them; the address is what `importSides` takes. */
export function bundleSides(): Promise<string> {
  return bundleForNode(new URL('sides.ts', import.meta.url), 'handler');
}

export async function importSides(url: string): Promise<Sides> {
  return (await import(url)) as Sides;
}
