import type { Field } from '../../variables/field.js';

/** The fields of a group that are shown at once, and those behind "More settings". */
export interface DividedFields {
  readonly shown: readonly Field[];
  readonly folded: readonly Field[];
}

/** So many optional fields of a group are shown at once. */
const MOST_OPTIONAL = 8;

/**
 * Divides the fields of a group. `shownKeys` remembers what was shown before, and is added to: a field
 * that is on the page does not leave it because a condition brought others.
 */
export function divideFields(fields: readonly Field[], shownKeys: Set<string>): DividedFields {
  const shown: Field[] = [];
  const folded: Field[] = [];
  let optional = 0;
  for (const field of fields) {
    const { required, deprecated, hints, key } = field;
    if (hints.isHidden) continue;
    if (!required) optional += 1;
    const isExtra = deprecated || hints.isAdvanced || (!required && optional > MOST_OPTIONAL);
    if (isExtra && !shownKeys.has(key)) {
      folded.push(field);
    } else {
      shownKeys.add(key);
      shown.push(field);
    }
  }
  return { shown, folded };
}
