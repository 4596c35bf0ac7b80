const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;
const TIME = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** RFC 3339: `2025-03-31`. */
export function isDate(text: string): boolean {
  const [year = 0, month = 0, day = 0] = toNumbers(DATE.exec(text));
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeapYear ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
}

/** RFC 3339, with its zone: `09:30:00Z`. A leap second only where there can be one, at 23:59:60 UTC. */
export function isTime(text: string): boolean {
  const found = TIME.exec(text);
  if (found === null) return false;
  const [hour = 0, minute = 0, second = 0, , zoneHour = 0, zoneMinute = 0] = toNumbers(found);
  if (hour > 23 || minute > 59 || second > 60 || zoneHour > 23 || zoneMinute > 59) return false;
  const offset = (zoneHour * 60 + zoneMinute) * (found[4] === '-' ? -1 : 1);
  const minuteOfDay = (hour * 60 + minute - offset + 2 * 24 * 60) % (24 * 60);
  return second < 60 || minuteOfDay === 24 * 60 - 1;
}

/** RFC 3339: `2025-03-31T09:30:00Z`, or with a space in place of the T. */
export function isDateTime(text: string): boolean {
  return /^.{10}[t ]/i.test(text) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

const DATE_PART = /^(?:\d+Y)?(?:\d+M)?(?:\d+D)?$/;
const TIME_PART = /^(?:\d+H)?(?:\d+M)?(?:\d+S)?$/;

/** RFC 3339, appendix A: `P1DT12H`; no unit between two that are given is left out. */
export function isDuration(text: string): boolean {
  if (/^P\d+W$/.test(text)) return true;
  const [, date, time] = /^P([^T]*)(?:T(.+))?$/.exec(text) ?? [];
  if (date === undefined || (date === '' && time === undefined)) return false;
  if (!DATE_PART.test(date) || !TIME_PART.test(time ?? '')) return false;
  return !/Y\d+D/.test(date) && !/H\d+S/.test(time ?? '');
}

function toNumbers(found: RegExpExecArray | null): readonly number[] {
  return (found ?? []).slice(1).map((digits) => Number(digits ?? 0));
}
