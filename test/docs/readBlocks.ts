import { readFileSync } from 'node:fs';

export interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** Marked with `<!-- runs -->`: a test runs it. */
  readonly runs: boolean;
}

/** The fenced blocks of a page of the documentation, in their order; indented ones too. */
export function readBlocks(page: string): readonly CodeBlock[] {
  const text = readFileSync(`docs/${page}`, 'utf8');
  const blocks = /(<!-- runs -->\n\n)?^( *)```(\w+)$\n([^]*?)^ *```$/gm;
  return [...text.matchAll(blocks)].map(([, mark, indent = '', language = '', code = '']) => ({
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    runs: mark !== undefined,
  }));
}
