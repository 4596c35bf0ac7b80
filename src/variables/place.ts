import type { JsonValue } from '../domain/json.js';
import { getAt, toPointer } from '../domain/pointer.js';
import type { Field, FieldPlace, InputStep } from './field.js';
import type { SchemaError } from './evaluate/evaluation.js';
import type { NamedPattern, SchemaNode } from './schema/schemaNode.js';
import type { IsValid, SchemaParts, Settled } from './schemaParts.js';
import { secretPlace, type Place as SecretPlace } from './secretPlaces.js';
import { getObject, type VariableInput } from './variableInput.js';

/** A place of the values on the way to its field. */
export interface Place {
  readonly at: readonly InputStep[];
  readonly pointer: string;
  readonly name: string;
  readonly required: boolean;
  /** What the user did so far; wins over `seed`. */
  readonly input: VariableInput | undefined;
  /** The value that the form was opened with, or a default from around. */
  readonly seed: JsonValue | undefined;
  /** The value that the whole input stands for now; conditions are judged by it. */
  readonly current: JsonValue | undefined;
  /** What is secret here and within. */
  readonly secrets: SecretPlace;
  /** Whether the schema's default is filled in where neither input nor seed says anything. */
  readonly fillsDefault: boolean;
  /** `null` is asked for elsewhere. */
  readonly excludeNull: boolean;
  /** The branch of a choice. */
  readonly isVariant: boolean;
  /** A property of such a branch: a constant there tells it from the others, and is always sent. */
  readonly isDiscriminator: boolean;
  /** The schemas of all places around this one: one of them here means a recursion. */
  readonly ancestors: ReadonlySet<SchemaNode>;
}

/** A field, and its input with what was still missing filled in. */
export interface Resolved {
  readonly field: Field;
  readonly input: VariableInput | undefined;
}

/** A place with all that the schema says of it. */
export interface Described {
  readonly place: Place;
  readonly schemas: readonly SchemaNode[];
  readonly settled: Settled;
  readonly parts: SchemaParts;
  readonly base: FieldPlace;
  /** The ancestors of the places within this one. */
  readonly innerAncestors: ReadonlySet<SchemaNode>;
}

/** A place directly within another: a property or an item. */
export function toInnerPlace(
  { place, base, innerAncestors }: Described,
  name: string,
  step: InputStep,
  input: VariableInput | undefined,
  seed: JsonValue | undefined,
): Place {
  return {
    at: [...place.at, step],
    pointer: place.pointer + toPointer([name]),
    name,
    required: true,
    input,
    seed,
    current: getAt(place.current, [name]),
    secrets: toInnerSecrets(place, base, step, name),
    fillsDefault: place.fillsDefault || getObject(place.input)?.presence === 'new',
    excludeNull: false,
    isVariant: false,
    isDiscriminator: false,
    ancestors: innerAncestors,
  };
}

function toInnerSecrets(
  { secrets }: Place,
  { secret }: FieldPlace,
  step: InputStep,
  name: string,
): SecretPlace {
  if (secret) return secretPlace;
  return step.kind === 'row' ? secrets.item(Number(name)) : secrets.member(name);
}

/** What the resolvers of the kinds share. */
export interface ResolveContext {
  readonly isValid: IsValid;
  readonly listErrors: (node: SchemaNode, value: JsonValue) => readonly SchemaError[];
  readonly isMatch: (pattern: NamedPattern, text: string) => boolean;
  resolve(schemas: readonly SchemaNode[], place: Place, settled?: Settled): Resolved;
}
