import { getOwn, isJsonObject, type JsonValue } from '../domain/json.js';
import { parsePointer } from '../domain/pointer.js';

/**
 * The words of the schema's author for a violated keyword: `errorMessage` is one text, or a text for
 * each keyword, or under `required` a text for each name.
 */
export function getAuthorMessage(
  messages: JsonValue | undefined,
  keyword: string,
  path: string,
): string | undefined {
  const message = isJsonObject(messages) ? getOwn(messages, keyword) : messages;
  const named = isJsonObject(message) ? getOwn(message, parsePointer(path)?.at(-1) ?? '') : message;
  return typeof named === 'string' ? named : undefined;
}
