import { useMemo } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import type { FlowOptions } from '../options.js';
import { toConnectionWords, type ConnectionWords } from '../parts/connectionText.js';
import { useText, type Text } from '../root/text.js';

/** The words of each row by connection id; rows that would read the same get the end of their id. */
export function useRowWords(
  connections: readonly Connection[],
  template: ConnectionTemplate,
  formatConnection: FlowOptions['formatConnection'],
): ReadonlyMap<string, ConnectionWords> {
  const text = useText();
  return useMemo(
    () => toRowWords(text, connections, template, formatConnection),
    [text, connections, template, formatConnection],
  );
}

function toRowWords(
  text: Text,
  connections: readonly Connection[],
  template: ConnectionTemplate,
  formatConnection: FlowOptions['formatConnection'],
): ReadonlyMap<string, ConnectionWords> {
  const words = new Map<string, ConnectionWords>();
  const uses = new Map<string, number>();
  for (const connection of connections) {
    const row = toConnectionWords(text, connection, template, formatConnection);
    words.set(connection.id, row);
    uses.set(toLook(row), (uses.get(toLook(row)) ?? 0) + 1);
  }
  for (const [id, row] of words) {
    if ((uses.get(toLook(row)) ?? 0) < 2) continue;
    const ending = text.t('connection.id', { id: id.slice(-6) });
    words.set(id, { ...row, details: [...row.details, ending] });
  }
  return words;
}

/** White space does not tell two rows apart on screen. */
function toLook({ name, details }: ConnectionWords): string {
  return [name, ...details].join('\n').replaceAll(/\s+/g, ' ').toLocaleLowerCase();
}
