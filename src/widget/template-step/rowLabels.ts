import { useMemo } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { toConnectionLabels, type ConnectionLabels } from '../parts/connectionLabels.js';
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
    const withExactTimes = remember((each) => toExact(toLabels(each)));
    const withId = new Map<string, ConnectionLabels>();
    return (connections: readonly Connection[]) =>
      toRowLabels(connections, toLabels, withExactTimes, (connection, labels, length) => {
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

/** Rows that look alike say what differs: first their exact dates, at last the end of their ids. */
function toRowLabels(
  rows: readonly Connection[],
  toLabels: ToLabels,
  withExactTimes: ToLabels,
  withId: WithId,
): ReadonlyMap<string, ConnectionLabels> {
  const labels = new Map<string, ConnectionLabels>();
  for (const alike of groupByLook(rows, toLabels)) {
    if (alike.length === 1) {
      for (const each of alike) labels.set(each.id, toLabels(each));
      continue;
    }
    for (const twins of groupByLook(alike, withExactTimes)) {
      const length = twins.length === 1 ? 0 : toTellingLength(twins);
      const best = twins.length === alike.length ? toLabels : withExactTimes;
      for (const each of twins) {
        labels.set(each.id, length === 0 ? best(each) : withId(each, best(each), length));
      }
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
