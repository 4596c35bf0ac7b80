import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { enCore, type CoreKey } from '../../messages/enCore.js';
import type { FlowOptions } from '../options.js';
import type { Text } from '../root/text.js';

/** What a row says of a connection. */
export interface ConnectionWords {
  readonly name: string;
  /** Where it lives, how it signs in, when it was added; each where it is known. */
  readonly details: readonly string[];
}

/** The words for a connection: the host's own where `formatConnection` gives them. */
export function toConnectionWords(
  text: Text,
  connection: Connection,
  template: ConnectionTemplate | undefined,
  formatConnection?: FlowOptions['formatConnection'],
): ConnectionWords {
  const own = template && formatConnection?.(connection, template);
  const name = (own?.name ?? connection.name).trim() || text.t('unnamed');
  if (own?.description !== undefined) return { name, details: [own.description] };
  const added = text.formatDay(connection.createdAt);
  return {
    name,
    details: [
      toHost(connection.baseUrl),
      toAuthText(text, connection.authTypes),
      added && text.t('connection.added', { date: added }),
    ].filter((detail) => detail !== ''),
  };
}

/** Auth scheme types in words; one that is unknown stays as the platform calls it. */
export function toAuthText({ t, locale }: Text, authTypes: readonly string[]): string {
  const words = authTypes.map((type) => {
    const key = `authType.${type}`;
    return isKey(key) ? t(key) : type;
  });
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
