import { describe, expect, it } from 'vitest';
import {
  toPickedText,
  toPickerValue,
  type PickedFormat,
} from '../../../src/widget/variables/nativeTimes.js';

describe('what a picker starts from', () => {
  it.each<[PickedFormat, string, string]>([
    ['date', '2026-03-05', '2026-03-05'],
    ['date', '5 March', ''],
    ['time', '09:30:15+02:00', '09:30:15'],
    ['time', '', ''],
    ['date-time', '2026-03-05T09:30:00.123Z', '2026-03-05T09:30:00'],
    ['date-time', '2026-03-05t09:30z', '2026-03-05T09:30'],
    ['date-time', '2026-03-05', ''],
  ])('%s %j', (format, text, value) => {
    expect(toPickerValue(format, text)).toBe(value);
  });
});

describe('what is picked', () => {
  it.each<[PickedFormat, string, readonly string[], string]>([
    ['date', '2026-03-05', ['2020-01-01'], '2026-03-05'],
    ['time', '09:30', ['10:00:00-05:00'], '09:30:00-05:00'],
    ['date-time', '2026-03-05T09:30', ['2020-01-01T00:00:00+05:30'], '2026-03-05T09:30:00+05:30'],
    ['date-time', '2026-03-05T09:30:07', ['', '2020-01-01T00:00:00Z'], '2026-03-05T09:30:07Z'],
    ['date-time', '', ['2020-01-01T00:00:00Z'], ''],
  ])('keeps the zone that was there: %s %s after %j', (format, picked, samples, text) => {
    expect(toPickedText(format, picked, samples)).toBe(text);
  });

  it('has the zone of the user where none was given', () => {
    const picked = toPickedText('date-time', '2026-07-05T09:30', ['']);
    expect(new Date(picked)).toEqual(new Date(2026, 6, 5, 9, 30));
  });
});
