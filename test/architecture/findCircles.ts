import { posix } from 'node:path';
import type { Source } from './readSource.js';
import { toResolver } from './toResolver.js';

/**
 * The one recursion that is allowed: a field that holds fields draws them. Imports of this file from
 * its own folder are left out when circles are looked for.
 */
const recursiveFile = 'src/widget/variables/FieldView.tsx';

/** Finds files that import each other, types included: one sentence for each group of them. */
export function findCircles(sources: readonly Source[]): string[] {
  const resolve = toResolver(sources);
  const importsOf = (source: Source): Source[] =>
    resolve(source, source.imports).filter(({ path }) => !isRecursion(source.path, path));
  return findGroups(sources, importsOf).map(
    (group) =>
      `a circle: ${group
        .map(({ path }) => path)
        .toSorted()
        .join(', ')}`,
  );
}

function isRecursion(from: string, to: string): boolean {
  return to === recursiveFile && posix.dirname(from) === posix.dirname(to);
}

/** Tarjan's strongly connected components, of more than one node or with an edge to itself. */
function findGroups<Node>(nodes: readonly Node[], edgesOf: (node: Node) => Node[]): Node[][] {
  const order = new Map<Node, number>();
  const stack: Node[] = [];
  const groups: Node[][] = [];

  function visit(node: Node): number {
    const index = order.size;
    order.set(node, index);
    stack.push(node);
    const edges = edgesOf(node);
    const reached = edges.map((next) =>
      order.has(next) ? (stack.includes(next) ? (order.get(next) ?? index) : index) : visit(next),
    );
    const low = Math.min(index, ...reached);
    if (low !== index) return low;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1 || edges.includes(node)) groups.push(group);
    return low;
  }

  for (const node of nodes) if (!order.has(node)) visit(node);
  return groups;
}
