import { invalidField } from './platformError.js';

export interface PlatformPage<T> {
  readonly totalCount: number;
  readonly next?: string;
  readonly prev?: string;
  readonly items: readonly T[];
}

const defaultFirst = 20;
const mostFirst = 100;

/**
 * The page that `first`, `after` and `before` ask for, in the order of the ids. A cursor names the
 * item that it stands beside, so rows that come or go between two pages shift nothing.
 * @throws {PlatformError} 400 for a `first` outside of 1–100, a cursor of another making, or both cursors.
 */
export function toPage<T extends { id: string }>(
  all: readonly T[],
  query: URLSearchParams,
): PlatformPage<T> {
  const first = readFirst(query.get('first'));
  const after = readCursor(query, 'after');
  const before = readCursor(query, 'before');
  if (after !== null && before !== null) {
    throw invalidField(400, 'before', 'cannot be combined with after');
  }
  const sorted = all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const start = before === null ? countUpTo(sorted, after) : countBelow(sorted, before) - first;
  const items = sorted.slice(Math.max(0, start), Math.max(0, start + first));
  return { totalCount: all.length, ...toCursors(sorted, items), items };
}

function toCursors<T extends { id: string }>(
  sorted: readonly T[],
  items: readonly T[],
): { next?: string; prev?: string } {
  const [head, tail] = [items[0], items.at(-1)];
  return {
    ...(tail !== undefined && tail.id !== sorted.at(-1)?.id && { next: toCursor(tail.id) }),
    ...(head !== undefined && head.id !== sorted[0]?.id && { prev: toCursor(head.id) }),
  };
}

function countUpTo(sorted: readonly { id: string }[], id: string | null): number {
  return id === null ? 0 : sorted.filter((item) => item.id <= id).length;
}

function countBelow(sorted: readonly { id: string }[], id: string): number {
  return sorted.filter((item) => item.id < id).length;
}

function readFirst(text: string | null): number {
  if (text === null) return defaultFirst;
  const first = /^\d+$/.test(text) ? Number(text) : 0;
  if (first < 1 || first > mostFirst) {
    throw invalidField(400, 'first', `must be a whole number from 1 to ${mostFirst}`);
  }
  return first;
}

function toCursor(id: string): string {
  return btoa(`cursor:${id}`).replaceAll('=', '');
}

function readCursor(query: URLSearchParams, name: 'after' | 'before'): string | null {
  const text = query.get(name);
  if (text === null) return null;
  const id = decodeCursor(text);
  if (id === null) throw invalidField(400, name, 'is no cursor of this list');
  return id;
}

function decodeCursor(text: string): string | null {
  try {
    const [kind, id] = atob(text).split(':');
    return kind === 'cursor' && id !== undefined ? id : null;
  } catch {
    return null;
  }
}
