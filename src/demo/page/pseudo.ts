import type { Message } from 'react-versori-onboarding';
import { en } from 'react-versori-onboarding/locales/en';

const PLAIN = 'AEIOUYaeiouycnCN';
const ACCENTED = 'ÀÉÎÕÜÝàéîõüýçñÇÑ';

/**
 * English that can be read, but looks foreign and is a third longer: what stands on the page without an
 * accent is not translated, and what lacks its closing bracket has no room.
 */
export const pseudo: Readonly<Record<string, Message>> = Object.fromEntries(
  Object.entries(en).map(([key, message]) => [
    key,
    key.startsWith('verb.') || typeof message !== 'string'
      ? mapTexts(message, accent)
      : lengthen(accent(message)),
  ]),
);

function mapTexts(message: Message, change: (text: string) => string): Message {
  if (typeof message === 'string') return change(message);
  const { one, other } = message;
  const long = (text: string): string => lengthen(change(text));
  return { other: long(other), ...(one !== undefined && { one: long(one) }) };
}

/** Leaves the names in braces as they are. */
function accent(text: string): string {
  return text.replace(/\{\w+\}|[A-Za-z]/g, (part) => ACCENTED[PLAIN.indexOf(part)] ?? part);
}

function lengthen(text: string): string {
  return `[${text}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}
