import type { DescriptionNode } from './descriptionNode.js';

type ContainerKind = 'link' | 'bold' | 'list' | 'item';

interface OpenNode {
  readonly kind: ContainerKind | 'plain';
  readonly href: string;
  /** What opened it, and closes it again. */
  readonly mark: string;
  readonly children: DescriptionNode[];
}

/** Nests what is read of a description; whatever was left open is closed at the end. */
export interface DescriptionBuilder {
  addText(text: string): void;
  addCode(text: string): void;
  addBreak(): void;
  /** Ends a list of lines that start with a bullet, or begins a new paragraph. */
  endParagraph(): void;
  addBullet(): void;
  /** Opens or closes bold; a mark without a second one is text. */
  toggleBold(at: number): void;
  open(mark: string, kind: ContainerKind, href?: string): void;
  close(mark: string): void;
  finish(): readonly DescriptionNode[];
}

/** Deeper than this, only the content of what is nested is shown. */
const DEEPEST = 8;

const BOLD = '**';
const BULLETS = '\n';
const BULLET = '\n-';

export function createDescriptionBuilder(lastBold: number): DescriptionBuilder {
  const root: OpenNode = { kind: 'plain', href: '', mark: '', children: [] };
  const stack: OpenNode[] = [root];
  const top = (): OpenNode => stack.at(-1) ?? root;
  const isOpen = (mark: string): boolean => stack.some((node) => node.mark === mark);
  const isWithin = (kind: ContainerKind): boolean => stack.some((node) => node.kind === kind);

  function add(node: DescriptionNode): void {
    top().children.push(node);
  }

  function open(mark: string, kind: ContainerKind, href = ''): void {
    if (kind === 'item' && top().kind !== 'list') open(mark, 'list');
    const isDrawn = stack.length <= DEEPEST && (kind !== 'link' || canLink(href));
    stack.push({ kind: isDrawn ? kind : 'plain', href, mark, children: [] });
  }

  function canLink(href: string): boolean {
    return !isWithin('link') && isWebAddress(href);
  }

  function closeTop(): void {
    const node = stack.pop();
    if (node !== undefined) top().children.push(...toNodes(node));
  }

  function close(mark: string): void {
    if (!isOpen(mark)) return;
    while (top().mark !== mark) closeTop();
    closeTop();
  }

  return {
    open,
    close,
    addText(text) {
      if (text !== '') add({ kind: 'text', text: decode(text) });
    },
    addCode: (text) => add({ kind: 'code', text: decode(text.trim()) }),
    addBreak: () => add({ kind: 'break' }),
    endParagraph() {
      if (isOpen(BULLETS)) return close(BULLETS);
      add({ kind: 'break' });
      add({ kind: 'break' });
    },
    addBullet() {
      if (isOpen(BULLET)) close(BULLET);
      else open(BULLETS, 'list');
      open(BULLET, 'item');
    },
    toggleBold(at) {
      if (isOpen(BOLD)) close(BOLD);
      else if (at < lastBold) open(BOLD, 'bold');
      else add({ kind: 'text', text: BOLD });
    },
    finish() {
      while (stack.length > 1) closeTop();
      return tidy(root.children);
    },
  };
}

function toNodes({ kind, href, children }: OpenNode): readonly DescriptionNode[] {
  const tidied = tidy(children);
  switch (kind) {
    case 'plain':
      return children;
    case 'list':
      return [{ kind, children: tidied.flatMap(toItem) }];
    case 'link':
      return [{ kind, href: decode(href), children: tidied }];
    case 'bold':
    case 'item':
      return [{ kind, children: tidied }];
  }
}

/** Only items stand in a list. */
function toItem(node: DescriptionNode): readonly DescriptionNode[] {
  if (node.kind === 'item') return [node];
  const isBlank = node.kind === 'break' || (node.kind === 'text' && node.text.trim() === '');
  return isBlank ? [] : [{ kind: 'item', children: [node] }];
}

/** Without breaks at the ends and beside lists, and at most two of them in a row. */
function tidy(nodes: readonly DescriptionNode[]): readonly DescriptionNode[] {
  const kept: DescriptionNode[] = [];
  const isBreak = (node: DescriptionNode | undefined): boolean => node?.kind === 'break';
  for (const node of nodes) {
    const isBlank = node.kind === 'text' && node.text.trim() === '';
    const before = kept.at(-1);
    const isEdge = before === undefined || before.kind === 'list';
    if (isBlank && (isEdge || isBreak(before))) continue;
    if (isBreak(node) && (isEdge || (isBreak(before) && isBreak(kept.at(-2))))) continue;
    if (node.kind === 'list') dropBreaks(kept);
    kept.push(node);
  }
  dropBreaks(kept);
  return kept;
}

function dropBreaks(nodes: DescriptionNode[]): void {
  while (nodes.at(-1)?.kind === 'break') nodes.pop();
}

/** A page of the web, without a name and a password that could pass for its host. */
function isWebAddress(href: string): boolean {
  try {
    const { protocol, username, password } = new URL(decode(href));
    return /^https?:$/.test(protocol) && username === '' && password === '';
  } catch {
    return false;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

function decode(text: string): string {
  return text.replaceAll(
    /&(?:amp|lt|gt|quot|apos|nbsp|#39);/g,
    (entity) => ENTITIES[entity] ?? entity,
  );
}
