import { useMemo } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import {
  toConnectionLabels,
  toFullLabels,
  type ConnectionLabels,
} from '../parts/connectionLabels.js';
import { useText } from '../root/text.js';

type ToLabels = (connection: Connection) => ConnectionLabels;

/**
 * The labels of each row by connection id. A connection keeps its very object from call to call, so
 * that only rows whose labels change render again.
 */
export function useRowLabels(
  rows: readonly Connection[],
  template: ConnectionTemplate,
): ReadonlyMap<string, ConnectionLabels> {
  const text = useText();
  const { formatConnection } = useFlowOptions();
  const tellApart = useMemo(() => {
    const toLabels = remember((each) => toConnectionLabels(text, each, template, formatConnection));
    const inFull = remember((each) => toFullLabels(text, each, toLabels(each)));
    const withExactTimes = remember((each) => toExact(inFull(each)));
    const withId = new Map<string, ConnectionLabels>();
    return (connections: readonly Connection[]) =>
      toRowLabels(connections, [toLabels, inFull, withExactTimes], (connection, labels, length) => {
        const ending = text.t('connection.id', { id: connection.id.slice(-length) });
        const details = [...labels.details, ending];
        const key = JSON.stringify([connection.id, labels.name, details, labels.times]);
        const known = withId.get(key) ?? { ...labels, details };
        withId.set(key, known);
        return known;
      });
  }, [text, template, formatConnection]);
  return useMemo(() => tellApart(rows), [tellApart, rows]);
}

type WithId = (
  connection: Connection,
  labels: ConnectionLabels,
  length: number,
) => ConnectionLabels;

/**
 * Rows that look alike say what differs: first how they sign in and their age, then exact dates, at last
 * the end of their ids. `ways` begins with the least.
 */
function toRowLabels(
  rows: readonly Connection[],
  [toLabels, ...longer]: readonly [ToLabels, ...ToLabels[]],
  withId: WithId,
): ReadonlyMap<string, ConnectionLabels> {
  const labels = new Map<string, ConnectionLabels>();
  for (const alike of groupByLook(rows, toLabels)) {
    const [next, ...others] = longer;
    if (alike.length === 1) {
      for (const each of alike) labels.set(each.id, toLabels(each));
    } else if (next === undefined) {
      const length = toTellingLength(alike);
      for (const each of alike) labels.set(each.id, withId(each, toLabels(each), length));
    } else {
      for (const [id, label] of toRowLabels(alike, [next, ...others], withId))
        labels.set(id, label);
    }
  }
  return labels;
}

function groupByLook(rows: readonly Connection[], toLabels: ToLabels): Iterable<Connection[]> {
  const groups = new Map<string, Connection[]>();
  for (const row of rows) {
    const { name, details, times } = toLabels(row);
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

function toExact(labels: ConnectionLabels): ConnectionLabels {
  return { ...labels, times: labels.times.map((time) => ({ ...time, text: time.exact })) };
}

function remember(toLabels: ToLabels): ToLabels {
  const known = new WeakMap<Connection, ConnectionLabels>();
  return (connection) => {
    const labels = known.get(connection) ?? toLabels(connection);
    known.set(connection, labels);
    return labels;
  };
}
