import { getOwn, isJsonObject, type JsonObject } from '../domain/json.js';
import { parsePointer } from '../domain/pointer.js';

/**
 * The words of the schema's author for a violated keyword: `errorMessage` is one text, or a text for
 * each keyword, or under `required` a text for each name.
 */
export function getAuthorMessage(
  owner: JsonObject,
  keyword: string,
  path: string,
): string | undefined {
  const messages = getOwn(owner, 'errorMessage');
  if (typeof messages === 'string') return messages;
  if (!isJsonObject(messages)) return undefined;
  const message = getOwn(messages, keyword);
  const named = isJsonObject(message) ? getOwn(message, parsePointer(path)?.at(-1) ?? '') : message;
  return typeof named === 'string' ? named : undefined;
}
