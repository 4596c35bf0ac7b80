import type { FieldState } from '../../headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../variables/field.js';
import { hasMarks } from './FieldMarks.js';

interface Described {
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** Whether there is more to say of a field than its name. */
export function hasDescription(field: Field): boolean {
  return field.description !== undefined || getExamples(field) !== '' || field.isUnchecked;
}

/** Values that fit: the schema's own, else one of its format; `''` where none is known. */
export function getExamples({ examples, ...field }: Field): string {
  const own = examples.filter((example) => typeof example !== 'object').slice(0, 3);
  if (own.length > 0) return own.join(', ');
  const format = 'format' in field && !field.secret ? field.format : '';
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined) ?? '';
}

/** Examples of formats that are hard to type without having seen one. */
const FORMATS: Readonly<Record<string, string>> = {
  date: '2026-03-05',
  time: '09:30:00Z',
  'date-time': '2026-03-05T09:30:00Z',
  duration: 'P1DT12H',
  uri: 'https://example.com',
  url: 'https://example.com',
  hostname: 'shop.example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
};

/** Ties a control to the marks, the description, the notes and the error around it. */
export function describeField(
  field: Field,
  { error }: FieldState,
  id: string,
  notes: readonly string[] = [],
): Described {
  const ids = [
    ...(hasMarks(field) ? [`${id}-m`] : []),
    ...(hasDescription(field) ? [`${id}-d`] : []),
    ...notes,
    ...(error === null ? [] : [`${id}-e`]),
  ];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(error !== null && { 'aria-invalid': true }),
  };
}
