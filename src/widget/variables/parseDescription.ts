import { createDescriptionBuilder, type DescriptionBuilder } from './descriptionBuilder.js';
import type { DescriptionNode } from './descriptionNode.js';

/** Each repetition is bounded, so that the whole is linear in the text. */
const TOKENS = new RegExp(
  [
    String.raw`<(?:code|kbd|tt)>(?<html>[^<]{0,500})</(?:code|kbd|tt)>`,
    String.raw`<(?<close>/?)(?<tag>[a-z][a-z0-9]{0,10})(?<attributes>(?:\s[^<>]{0,1000})?)/?>`,
    '`{1,3}(?<code>[^`]{1,500})`{1,3}',
    String.raw`(?<bold>\*\*)`,
    String.raw`\[(?<text>[^[\]\n]{1,300})\]\((?<target>[^\s()]{1,1000})(?: "[^"]{0,200}")?\)`,
    String.raw`(?<bullet>\n\s{0,20}(?:[-*•]|\d{1,3}[.)])[^\S\n]{1,4})`,
    String.raw`(?<paragraph>\n[^\S\n]{0,20}\n\s{0,20})`,
    String.raw`(?<line> {2}\n)`,
    String.raw`(?<url>https?://[^\s<>"'\x60*[\]()]{1,1000}[^\s<>"'\x60*[\]().,;:!?])`,
  ].join('|'),
  'gi',
);

/** Elements that break the line before and after them. */
const BLOCKS: ReadonlySet<string> = new Set(
  'p div pre table tr h1 h2 h3 h4 h5 h6 blockquote center hr form'.split(' '),
);
/** Elements of HTML whose content is shown without them. Any other name is no tag, as in `<domain>`. */
const PLAIN: ReadonlySet<string> = new Set(
  'i em u s small span font sup sub img tbody thead td th script style iframe svg input button object embed code kbd tt'.split(
    ' ',
  ),
);

/**
 * Reads the small part of HTML and of Markdown that descriptions are written in: links of the web,
 * bold, code, lists, line breaks. Pure, and linear in the length of the text.
 */
export function parseDescription(source: string): readonly DescriptionNode[] {
  const text = `\n${source.replaceAll('\r\n', '\n').trim()}`;
  const builder = createDescriptionBuilder(text.lastIndexOf('**'));
  // A bullet in the first line has a line break before it, as all others have.
  let at = 1;
  for (const match of text.matchAll(TOKENS)) {
    builder.addText(text.slice(at, match.index));
    at = match.index + match[0].length;
    addToken(builder, match);
  }
  builder.addText(text.slice(at));
  return builder.finish();
}

/** The text of a description alone, where nothing but text can stand. */
export function toPlainDescription(nodes: readonly DescriptionNode[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'break') return ' ';
      if ('text' in node) return node.text;
      return `${toPlainDescription(node.children)}${node.kind === 'item' ? ' ' : ''}`;
    })
    .join('');
}

function addToken(builder: DescriptionBuilder, match: RegExpMatchArray): void {
  const { tag, html, code, bold, text, target, bullet, paragraph, line, url } = match.groups ?? {};
  if (tag !== undefined) return addTag(builder, match);
  if (html !== undefined || code !== undefined) return builder.addCode(html ?? code ?? '');
  if (bold !== undefined) return builder.toggleBold(match.index ?? 0);
  if (url !== undefined) return addLink(builder, url, url);
  if (text !== undefined) return addLink(builder, text, target ?? '');
  if (bullet !== undefined) return builder.addBullet();
  if (paragraph !== undefined) return builder.endParagraph();
  if (line !== undefined) builder.addBreak();
}

function addTag(builder: DescriptionBuilder, match: RegExpMatchArray): void {
  const { close, tag = '', attributes = '' } = match.groups ?? {};
  const name = tag.toLowerCase();
  const isEnd = close === '/';
  if (name === 'br' || BLOCKS.has(name)) return builder.addBreak();
  if (PLAIN.has(name)) return;
  const kind = CONTAINERS[name];
  if (kind === undefined || !Object.hasOwn(CONTAINERS, name)) return builder.addText(match[0]);
  if (isEnd) return builder.close(name);
  const href = /\shref\s?=\s?(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\s"'>]{1,1000}))/i.exec(
    attributes,
  );
  builder.open(name, kind, href?.[1] ?? href?.[2] ?? href?.[3]);
}

const CONTAINERS: Readonly<Record<string, 'link' | 'bold' | 'list' | 'item'>> = {
  a: 'link',
  b: 'bold',
  strong: 'bold',
  ul: 'list',
  ol: 'list',
  li: 'item',
};

function addLink(builder: DescriptionBuilder, text: string, href: string): void {
  builder.open('[', 'link', href);
  builder.addText(text);
  builder.close('[');
}
