/** The formats that browsers have a picker for. */
export type PickedFormat = 'date' | 'time' | 'date-time';

export function isPickedFormat(format: string): format is PickedFormat {
  return format === 'date' || format === 'time' || format === 'date-time';
}

/** The type of the browser's input for a format. */
export function toPickerType(format: PickedFormat): 'date' | 'time' | 'datetime-local' {
  return format === 'date-time' ? 'datetime-local' : format;
}

const DATE = /^\d{4}-\d\d-\d\d/;
const CLOCK = /(?:^|[Tt ])(\d\d:\d\d(?::\d\d)?)/;
const ZONE = /(?:[Zz]|[+-]\d\d:\d\d)$/;

/** What a picker starts from, without the zone; `''` where the text is no such value yet. */
export function toPickerValue(format: PickedFormat, text: string): string {
  const date = DATE.exec(text)?.[0];
  const clock = CLOCK.exec(text)?.[1];
  if (format === 'date') return date ?? '';
  if (format === 'time') return clock ?? '';
  return date === undefined || clock === undefined ? '' : `${date}T${clock}`;
}

/**
 * The text of what was picked, with the zone of the first of `samples` that has one: what was typed
 * before, or the author's example. Else with the user's own at that time.
 */
export function toPickedText(
  format: PickedFormat,
  picked: string,
  samples: readonly string[],
): string {
  if (format === 'date' || picked === '') return picked;
  const seconds = /:\d\d:\d\d/.test(picked) ? picked : `${picked}:00`;
  const zone = samples.map((text) => ZONE.exec(text)?.[0]).find((found) => found !== undefined);
  return seconds + (zone ?? toOffset(format === 'time' ? new Date() : new Date(seconds)));
}

/** The offset of a time where the user is, such as `+01:00`. */
function toOffset(time: Date): string {
  const minutes = -time.getTimezoneOffset();
  if (!minutes) return 'Z';
  const toPart = (value: number): string => String(Math.trunc(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${toPart(size / 60)}:${toPart(size % 60)}`;
}
