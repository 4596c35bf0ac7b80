import type { Connection } from './connection.js';

/**
 * Matches connections whose name or host contains every word of the search, ignoring case, accents
 * and vowel marks. A search without a word matches everything. Browser and handler share it.
 */
export function createConnectionMatcher(search: string): (connection: Connection) => boolean {
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (connection) => {
    const text = toSearchable(connection);
    return words.every((word) => text.includes(word));
  };
}

/** Folding ten thousand names takes longer than a frame, so each is folded once. */
const searchable = new WeakMap<Connection, string>();

function toSearchable(connection: Connection): string {
  const known = searchable.get(connection);
  if (known !== undefined) return known;
  const { name, baseUrl = '' } = connection;
  const text = fold(`${name} ${baseUrl.replace(/^https?:\/\//i, '')}`);
  searchable.set(connection, text);
  return text;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}
