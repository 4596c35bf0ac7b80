import type { Connection } from '../../domain/connection.js';
import { toShownName } from '../../domain/shownName.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { enCore, type CoreKey } from '../../messages/enCore.js';
import type { ConnectionText, FlowOptions } from '../options/FlowOptions.js';
import type { Text } from '../root/text.js';
import { toTimes, type ConnectionTime } from './connectionTimes.js';

/** The labels of a connection. */
export interface ConnectionLabels {
  readonly name: string;
  /** Where it lives; in full also how it signs in. Each where it is known, none twice. */
  readonly details: readonly string[];
  /** In full, when it was added and last changed; each where it is known. */
  readonly times: readonly ConnectionTime[];
}

/** Returns the labels of a connection: the host's where `formatConnection` gives them. */
export function toConnectionLabels(
  text: Text,
  connection: Connection,
  template: ConnectionTemplate | undefined,
  formatConnection: FlowOptions['formatConnection'],
): ConnectionLabels {
  const own: ConnectionText | undefined =
    template && callHost(() => formatConnection?.(connection, template));
  const detail = own?.description ?? toHost(connection.baseUrl);
  return {
    name: toShownName(own?.name ?? connection.name) || text.t('unnamed'),
    details: detail === '' ? [] : [detail],
    times: [],
  };
}

/** Adds how it signs in and since when it is there: for connections whose labels are alike. */
export function toFullLabels(
  text: Text,
  connection: Connection,
  { name, details }: ConnectionLabels,
): ConnectionLabels {
  const all = [...details, toAuthText(text, connection.authTypes)];
  return {
    name,
    details: [...new Set(all)].filter((detail) => detail !== ''),
    times: toTimes(text, connection),
  };
}

/** Auth scheme types in words; one that is unknown stays as the platform calls it. */
function toAuthText({ t, locale }: Text, authTypes: readonly string[]): string {
  const words = authTypes.map((type) => {
    const key = `authType.${type}`;
    return isKey(key) ? t(key) : toShownName(type);
  });
  if (words.length < 2) return words.join(''); // Making a list format takes longer than a row.
  return new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(new Set(words));
}

function isKey(key: string): key is CoreKey {
  return Object.hasOwn(enCore, key);
}

function toHost(baseUrl: string | undefined): string {
  try {
    return baseUrl === undefined ? '' : new URL(baseUrl).host;
  } catch {
    return '';
  }
}

/**
 * Asks a function of the host for one row. Where it throws, that row does without: the error goes to
 * the page's own handler of uncaught errors, so that its developer sees it.
 */
export function callHost<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
    return undefined;
  }
}
