import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCalls } from '../../support/countCalls.js';
import type { DescriptionNode } from '../../../src/widget/variables/descriptionNode.js';
import {
  parseDescription,
  toPlainDescription,
} from '../../../src/widget/variables/parseDescription.js';

/** Writes nodes as short tags, so that a case is one line. */
function spell(nodes: readonly DescriptionNode[]): string {
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'break':
          return '/';
        case 'code':
          return `code(${node.text})`;
        case 'link':
          return `link(${node.href}: ${spell(node.children)})`;
        default:
          return `${node.kind}(${spell(node.children)})`;
      }
    })
    .join('');
}

describe('a description', () => {
  it.each([
    ['plain words', 'plain words'],
    ['a < b && c > d', 'a < b && c > d'],
    ['https://<your-domain>.example.com', 'https://<your-domain>.example.com'],
    ['the <domain> of <Acme>', 'the <domain> of <Acme>'],
    ['2 ** 3 and * and `', '2 ** 3 and * and `'],
    ['<b>bold</b> and **bold**', 'bold(bold) and bold(bold)'],
    ['<code>a &lt; b</code> and `x*y`', 'code(a < b) and code(x*y)'],
    ['one<br/>two<BR>three', 'one/two/three'],
    ['<p>one</p><p>two</p>', 'one//two'],
    ['one\n\n\n\ntwo\nsame line', 'one//two\nsame line'],
    ['<ul> <li>a</li> <li>b</li> </ul>c', 'list(item(a)item(b))c'],
    ['<li>a<li>b', 'list(item(alist(item(b))))'],
    ['Of:\n- a\n- b\n\nthen', 'Of:list(item(a)item(b))then'],
    ['1. a\n2. b', 'list(item(a)item(b))'],
    ['[docs](https://a.test/x "Docs")', 'link(https://a.test/x: docs)'],
    ['[docs](/local) [x](javascript:x)', 'docs x'],
    ["<a href='http://a.test?b=1&amp;c=2'>t</a>", 'link(http://a.test?b=1&c=2: t)'],
    ['<a href="https://a.test@evil.test">t</a>', 't'],
    [
      '<a href="https://a.test">see <a href="https://b.test">t</a></a>',
      'link(https://a.test: see t)',
    ],
    ['See https://a.test/x.', 'See link(https://a.test/x: https://a.test/x).'],
    ['<i onclick="x">a</i><script>b</script>', 'ab'],
    ['</b></ul>stray', 'stray'],
    ['<b>open', 'bold(open)'],
  ])('%s', (source, drawn) => {
    expect(spell(parseDescription(source))).toBe(drawn);
  });

  it('never loses a word, whatever its markup', () => {
    const marks = ['<b>', '</b>', '<li>', '**', '`', '[a](https://b.test)', 'x', '\n- ', '<br>'];
    const words = (text: string): number => text.split('x').length;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks)), (pieces) => {
        const source = pieces.join('');
        expect(words(toPlainDescription(parseDescription(source)))).toBe(words(source));
      }),
    );
  });

  it.each([
    '<',
    '<a ',
    '`',
    '**',
    '[',
    '[a](',
    '\n',
    '\n ',
    '<b>',
    '<li>',
    'https://',
    '&',
    '<a href="x',
    '<code>',
    '- \n',
  ])('of nothing but %j is read in linear time', (piece) => {
    const source = piece.repeat(5000 / piece.length);
    expect(countCalls(() => parseDescription(source))).toBeLessThan(20 * source.length);
  });
});
