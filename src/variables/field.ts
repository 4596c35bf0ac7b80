import type { JsonValue } from '../domain/json.js';

/** A step into a `VariableInput`: a property, a row by its id, a variant by its number. */
export type InputStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'row'; readonly id: number }
  | { readonly kind: 'entry'; readonly id: number }
  | { readonly kind: 'variant'; readonly index: number };

/** What all fields share. */
export interface FieldBase {
  /** Names the field among all, also where two share a place; stays when rows change places. */
  readonly key: string;
  /** Where its input is kept. */
  readonly at: readonly InputStep[];
  /** JSON Pointer into the values. */
  readonly pointer: string;
  /** The last step of the pointer; empty at the root. */
  readonly name: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Whether the place must have a value as soon as what surrounds it is there. */
  readonly required: boolean;
  readonly default: JsonValue | undefined;
  readonly examples: readonly JsonValue[];
  readonly readOnly: boolean;
  readonly deprecated: boolean;
  /**
   * `null` is a value here that no control of its own asks for: an optional place that is left empty
   * may stand for it.
   */
  readonly isNullable: boolean;
  /** Emptied, it is `null` again, as it was given or is by default; else it is left out. */
  readonly emptiesToNull: boolean;
  /** `writeOnly` or `format: password`, here or around it: never drafted, never shown again. */
  readonly secret: boolean;
  /** A pattern asks for a form that only the platform can check: it is not linear. */
  readonly isUnchecked: boolean;
  /** What the schema's author says where it is wrong (`errorMessage`). */
  readonly errorMessage: JsonValue | undefined;
  /** What the field is drawn with, and where; hints of the schema that concern no value. */
  readonly hints: FieldHints;
}

/** How a field is to be laid out. */
export interface FieldHints {
  /** The group of neighbours that it belongs to, by the name that is shown; they stand together. */
  readonly group: string | undefined;
  /** Neighbours with a lower one come first (`order`, `x-order`, `ui:order` of the object around). */
  readonly order: number | undefined;
  /** It may be folded away while it holds neither a value nor an error. */
  readonly isAdvanced: boolean;
  /** Sent, but not drawn. */
  readonly isHidden: boolean;
  /** The unit of a number (`x-unit`, `unit`), to be shown beside it. */
  readonly unit: string | undefined;
}

/** One line or many; `format` is the schema's, `''` where it has none. */
export interface TextField extends FieldBase {
  readonly kind: 'text' | 'longText';
  readonly format: string;
  readonly maxLength: number | undefined;
  /** Takes line breaks; of secrets too, which stay masked. */
  readonly multiline: boolean;
  /** Values to offer while the user types; anything else may be typed too. */
  readonly suggestions: readonly string[];
  /** How the text has to look, in the author's words, or an example of it, where it has a pattern. */
  readonly patternHint: string | undefined;
  /** How bytes are written as text (`base64`), and what they are (`application/pem`). */
  readonly contentEncoding: string | undefined;
  readonly contentMediaType: string | undefined;
  /** An empty text is a value here, and not the lack of one. */
  readonly allowsEmpty: boolean;
}

/** Numbers are typed as text, so that what is half typed is not lost. */
export interface NumberField extends FieldBase {
  readonly kind: 'number' | 'integer';
  readonly minimum: number | undefined;
}

/** A switch: it is on or off, and never absent once it was touched. */
export interface BooleanField extends FieldBase {
  readonly kind: 'boolean';
}

export interface Option {
  readonly value: JsonValue;
  /** Absent: the value itself is shown. */
  readonly label?: string | undefined;
  readonly description?: string | undefined;
}

/** One of a list of values. */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

/** Any of a list of values, each once. */
export interface SetField extends FieldBase {
  readonly kind: 'set';
  readonly options: readonly Option[];
}

export interface ConstField extends FieldBase {
  readonly kind: 'const';
  readonly value: JsonValue;
}

export interface ListRow {
  readonly id: number;
  readonly field: Field;
}

/** Rows; the first `fixed` of them are a tuple's places, which stay where they are. */
export interface ListField extends FieldBase {
  readonly kind: 'list';
  readonly rows: readonly ListRow[];
  readonly fixed: number;
  readonly minItems: number;
  readonly maxItems: number;
  /** What the schema calls the next item. */
  readonly itemTitle: string | undefined;
}

export interface EntryRow {
  readonly id: number;
  readonly name: string | null;
  readonly field: Field;
}

export interface ObjectField extends FieldBase {
  readonly kind: 'object';
  readonly fields: readonly Field[];
  /** Properties whose names the user gives. */
  readonly entries: readonly EntryRow[];
  readonly canAddEntry: boolean;
  /** False: a schema within itself, which is opened when the user asks for it. */
  readonly open: boolean;
  /** The names of required properties, with or without a field. */
  readonly requiredNames: readonly string[];
}

export type VariantType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

export interface Variant {
  /** Its number in the schema's list. */
  readonly index: number;
  readonly title: string | undefined;
  /** Itself or properties that can be nothing else, to name it by where it has no title. */
  readonly constants: readonly Option[];
  /** The name of the definition that it refers to, to name it by where it has none of these. */
  readonly definition: string | undefined;
  /** The type of its values, to name it by where it has none of these. */
  readonly type: VariantType | undefined;
}

/** A choice among schemas; what was typed for the others is kept. */
export interface VariantField extends FieldBase {
  readonly kind: 'variant';
  readonly variants: readonly Variant[];
  readonly chosen: number | null;
  readonly field: Field | null;
  /** Where the choice stands in the schema, by which an error of a branch finds the chosen one. */
  readonly choiceAt: string;
  /** Names of properties that all variants share: their input goes along to another variant. */
  readonly shared: readonly string[];
}

/** A field that must have a value, which may also be `null`. */
export interface NullableField extends FieldBase {
  readonly kind: 'nullable';
  readonly field: Field;
}

/**
 * Why a place can only be given as JSON. `nothing`: it takes no value at all. `contradiction`: its
 * types exclude each other. `reference`: a `$ref` leads nowhere. `depth`: it lies too deep. `type`: what
 * it was opened with is of another type than the schema asks for.
 */
export type JsonReason = 'nothing' | 'contradiction' | 'reference' | 'depth' | 'type';

export interface JsonField extends FieldBase {
  readonly kind: 'json';
  readonly reason: JsonReason;
}

/** The kinds that a part of their own draws: all but texts, numbers and groups. */
export type FurtherField =
  | BooleanField
  | ChoiceField
  | SetField
  | ConstField
  | ListField
  | VariantField
  | NullableField
  | JsonField;

/** What is asked for at one place of the values. */
export type Field = TextField | NumberField | ObjectField | FurtherField;

/** What all kinds of fields share. */
export type FieldPlace = FieldBase;
