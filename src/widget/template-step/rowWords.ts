import { useMemo } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { FlowOptions } from '../options.js';
import { toConnectionWords, type ConnectionWords } from '../parts/connectionText.js';
import { useText } from '../root/text.js';

type ToWords = (connection: Connection) => ConnectionWords;

/**
 * The words of each row by connection id. A connection keeps its very object from call to call, so
 * that only rows whose words change render again.
 */
export function useRowWords(
  rows: readonly Connection[],
  template: ConnectionTemplate,
  formatConnection: FlowOptions['formatConnection'],
): ReadonlyMap<string, ConnectionWords> {
  const text = useText();
  const tellApart = useMemo(() => {
    const toWords = remember((each) => toConnectionWords(text, each, template, formatConnection));
    const withExactTimes = remember((each) => toExact(toWords(each)));
    const withId = new Map<string, ConnectionWords>();
    return (connections: readonly Connection[]) =>
      toRowWords(connections, toWords, withExactTimes, (connection, words, length) => {
        const ending = text.t('connection.id', { id: connection.id.slice(-length) });
        const details = [...words.details, ending];
        const key = JSON.stringify([connection.id, words.name, details, words.times]);
        const known = withId.get(key) ?? { ...words, details };
        withId.set(key, known);
        return known;
      });
  }, [text, template, formatConnection]);
  return useMemo(() => tellApart(rows), [tellApart, rows]);
}

type WithId = (connection: Connection, words: ConnectionWords, length: number) => ConnectionWords;

/** Rows that look alike say what differs: first their exact dates, at last the end of their ids. */
function toRowWords(
  rows: readonly Connection[],
  toWords: ToWords,
  withExactTimes: ToWords,
  withId: WithId,
): ReadonlyMap<string, ConnectionWords> {
  const words = new Map<string, ConnectionWords>();
  for (const alike of groupByLook(rows, toWords)) {
    if (alike.length === 1) {
      for (const each of alike) words.set(each.id, toWords(each));
      continue;
    }
    for (const twins of groupByLook(alike, withExactTimes)) {
      const length = twins.length === 1 ? 0 : toTellingLength(twins);
      const best = twins.length === alike.length ? toWords : withExactTimes;
      for (const each of twins) {
        words.set(each.id, length === 0 ? best(each) : withId(each, best(each), length));
      }
    }
  }
  return words;
}

function groupByLook(rows: readonly Connection[], toWords: ToWords): Iterable<Connection[]> {
  const groups = new Map<string, Connection[]>();
  for (const row of rows) {
    const { name, details, times } = toWords(row);
    // Neither case nor white space tells two rows apart at a glance.
    const look = [name, ...details, ...times.map((time) => time.text)].join('\n').toLowerCase();
    const group = groups.get(look);
    if (group) group.push(row);
    else groups.set(look, [row]);
  }
  return groups.values();
}

const SHORTEST_ENDING = 6;

/** How much of the ids' ends it takes until each is another. */
function toTellingLength(twins: readonly Connection[]): number {
  const longest = Math.max(...twins.map(({ id }) => id.length));
  let length = SHORTEST_ENDING;
  while (
    length < longest &&
    new Set(twins.map(({ id }) => id.slice(-length))).size < twins.length
  ) {
    length += 1;
  }
  return length;
}

function toExact(words: ConnectionWords): ConnectionWords {
  return { ...words, times: words.times.map((time) => ({ ...time, text: time.exact })) };
}

function remember(toWords: ToWords): ToWords {
  const known = new WeakMap<Connection, ConnectionWords>();
  return (connection) => {
    const words = known.get(connection) ?? toWords(connection);
    known.set(connection, words);
    return words;
  };
}
