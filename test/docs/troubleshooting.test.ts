import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The code and its tests: a message that is put together stands whole in a test alone. */
const source = ['src', 'test', 'e2e']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');

/** The messages that a page quotes: what stands between the ellipses and the values. */
function readQuotes(page: string): string[] {
  const rows = page.split('\n').filter((line) => line.startsWith('| "') || line.startsWith('| …'));
  return rows.flatMap((row) =>
    [...row.matchAll(/^\| "([^"]+)"/g)].flatMap(([, quote = '']) =>
      quote
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .split(/…|got undefined|platform\.\w+\b|<\w+>|\d+/)
        .map((part) => part.replaceAll(/^[\s.:,]+|[\s.:,]+$/g, ''))
        .filter((part) => part.length > 8),
    ),
  );
}

it('every symptom that docs/troubleshooting.md quotes is what the code says', () => {
  const quotes = readQuotes(readFileSync('docs/troubleshooting.md', 'utf8'));
  expect(quotes.length).toBeGreaterThan(10);
  expect(quotes.filter((quote) => !source.includes(quote))).toEqual([]);
});
