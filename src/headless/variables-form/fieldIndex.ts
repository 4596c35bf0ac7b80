import type { Field } from '../../variables/field.js';

/** The fields of a form by key and by place. */
export interface FieldIndex {
  /** In the order of the page. */
  readonly fields: ReadonlyMap<string, Field>;
  /** The field that shows the errors of a place, or of the nearest place around it that has one. */
  readonly findNearest: (pointer: string) => Field | undefined;
  /** The field of a place that has the others of the same place within it. */
  readonly getOutermost: (pointer: string) => Field | undefined;
  /** The variant that was chosen at a place, of the choice that stands somewhere in the schema. */
  readonly getChosenVariant: (choiceAt: string, pointer: string) => number | undefined;
}

/** Walks the fields once. Where several share a place, the innermost shows its errors. */
export function createFieldIndex(root: Field): FieldIndex {
  const fields = new Map<string, Field>();
  const places = new Map<string, Field>();
  const outermost = new Map<string, Field>();
  const chosen = new Map<string, Map<string, number>>();

  function visit(field: Field): void {
    fields.set(field.key, field);
    places.set(field.pointer, field);
    if (!outermost.has(field.pointer)) outermost.set(field.pointer, field);
    if (field.kind === 'variant' && field.chosen !== null) {
      const known = chosen.get(field.choiceAt) ?? new Map<string, number>();
      chosen.set(field.choiceAt, known.set(field.pointer, field.chosen));
    }
    getInnerFields(field).forEach(visit);
  }

  visit(root);
  return {
    fields,
    findNearest(pointer) {
      for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
        const field = places.get(at);
        if (field !== undefined) return field;
      }
      return places.get('');
    },
    getOutermost: (pointer) => outermost.get(pointer),
    getChosenVariant: (choiceAt, pointer) => chosen.get(choiceAt)?.get(pointer),
  };
}

/** The fields directly within a field. */
function getInnerFields(field: Field): readonly Field[] {
  switch (field.kind) {
    case 'object':
      return [...field.fields, ...field.entries.map((entry) => entry.field)];
    case 'list':
      return field.rows.map((row) => row.field);
    case 'variant':
      // A constant that was chosen with the variant is not drawn, so it shows no errors.
      return field.field === null || field.field.kind === 'const' ? [] : [field.field];
    case 'nullable':
      return [field.field];
    default:
      return [];
  }
}
