import { isDate, isDateTime, isDuration, isTime } from './formats/dates.js';
import { isEmail, isHostname, isInternationalHostname } from './formats/hosts.js';
import { isIpv4, isIpv6 } from './formats/addresses.js';
import { isIri, isIriReference, isUri, isUriReference, isUriTemplate } from './formats/uris.js';
import { compilePattern } from '../pattern/compilePattern.js';

/** Unknown formats are not in it, and take every text. */
const FORMATS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['date', isDate],
  ['time', isTime],
  ['date-time', isDateTime],
  ['duration', isDuration],
  ['email', (text: string) => isEmail(text, isHostname)],
  ['idn-email', (text: string) => isEmail(text, isInternationalHostname)],
  ['hostname', isHostname],
  ['idn-hostname', isInternationalHostname],
  ['ipv4', isIpv4],
  ['ipv6', isIpv6],
  ['uri', isUri],
  ['url', isUri],
  ['uri-reference', isUriReference],
  ['iri', isIri],
  ['iri-reference', isIriReference],
  ['uri-template', isUriTemplate],
  ['uuid', isUuid],
  ['json-pointer', isPointer],
  ['relative-json-pointer', isRelativePointer],
  ['regex', (text: string) => compilePattern(text) !== null],
]);

/** Whether a text is of a format; true for formats that are not known. */
export function isFormat(format: string, text: string): boolean {
  return FORMATS.get(format)?.(text) ?? true;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

function isPointer(text: string): boolean {
  return /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
}

function isRelativePointer(text: string): boolean {
  const [, rest] = /^(?:0|[1-9]\d*)([^]*)$/.exec(text) ?? [];
  return rest !== undefined && (rest === '#' || isPointer(rest));
}
