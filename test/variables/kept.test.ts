import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../src/domain/json.js';
import {
  createVariablesFormStore,
  type VariablesFormOptions,
  type VariablesFormStore,
} from '../../src/headless/variables-form/createVariablesFormStore.js';
import type { Field } from '../../src/variables/field.js';
import {
  getObject,
  getRows,
  OMITTED,
  toListInput,
  toObjectInput,
  toTextInput,
  withoutSecretInput,
} from '../../src/variables/variableInput.js';
import { withVariant } from '../../src/variables/withVariant.js';

type Options = Omit<VariablesFormOptions, 'schema'>;

function open(schema: JsonSchema, options: Options = {}): VariablesFormStore {
  return createVariablesFormStore({ schema, ...options });
}

/** As an activation is edited: what it lacks was left out on purpose. */
function edit(
  schema: JsonSchema,
  initialValues: JsonObject,
  secretsSet: string[] = [],
): VariablesFormStore {
  return open(schema, { initialValues, secretsSet, fillsDefaults: false });
}

function find(store: VariablesFormStore, pointer: string, kind?: Field['kind']): Field {
  const found: Field[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('pointer' in value && 'kind' in value) found.push(value as Field);
    Object.values(value).forEach(visit);
  };
  visit(store.getForm().field);
  const field = found.find((each) => each.pointer === pointer && (kind ?? each.kind) === each.kind);
  if (field === undefined) throw new Error(`There is no field at ${pointer}.`);
  return field;
}

function type(store: VariablesFormStore, pointer: string, text: string | null): void {
  store.setInput(find(store, pointer), text === null ? OMITTED : toTextInput(text));
}

function choose(store: VariablesFormStore, pointer: string, index: number): void {
  const field = find(store, pointer, 'variant');
  if (field.kind !== 'variant') throw new Error('It is no variant.');
  store.setInput(field, withVariant(store.getFieldInput(field), index, field.shared));
}

const text = { type: 'string' } as const;
const branch = (name: string, properties: JsonObject, required: string[] = []): JsonObject => ({
  properties: { type: { const: name }, ...properties },
  required: ['type', ...required],
});

describe('what is stored', () => {
  const secret = { type: 'string', writeOnly: true } as const;

  it('stays the variant that it was, though its secrets are not shown', () => {
    const auth = {
      oneOf: [branch('none', {}), branch('token', { a: secret, b: secret }, ['a', 'b'])],
    };
    const schema = { type: 'object', properties: { auth }, required: ['auth'] } as const;
    const store = edit(schema, { auth: { type: 'token' } }, ['/auth/a', '/auth/b']);
    expect(store.getValues()).toEqual({ auth: { type: 'token' } });
    expect(store.check()).toBe(true);
  });

  it('is of the variant that knows its names', () => {
    const login = { properties: { user: text, password: secret }, required: ['user', 'password'] };
    const key = { properties: { apiKey: secret }, required: ['apiKey'] };
    const schema = { type: 'object', properties: { auth: { oneOf: [key, login] } } } as const;
    const store = edit(schema, { auth: { user: 'u' } }, ['/auth/password']);
    expect(find(store, '/auth', 'variant')).toMatchObject({ chosen: 1 });
    expect(store.getValues()).toEqual({ auth: { user: 'u' } });
  });

  it('is shown as it is where the schema asks for something else by now', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { a: text, b: { type: 'object', properties: { x: text } }, c: { items: text } },
    };
    const values = { a: { x: 1 }, b: 'array', c: 5 };
    const store = edit(schema, values);
    expect(['/a', '/b', '/c'].map((at) => find(store, at).kind)).toEqual(['json', 'json', 'json']);
    expect(store.getValues()).toEqual(values);
    expect(store.check()).toBe(false);
    type(store, '/a', '"y"');
    expect(store.getValues()).toEqual({ ...values, a: 'y' });
  });

  it('is no default that the schema itself refuses', () => {
    const store = open({ type: 'object', properties: { a: { type: 'integer', default: [] } } });
    expect([store.getValues(), store.check()]).toEqual([{}, true]);
  });

  it('is a default of a group that only lacks what has a default itself', () => {
    const properties = { x: { type: 'string', default: 'd' }, y: text };
    const a = { type: 'object', properties, required: ['x'], default: { y: 'e' } };
    expect(open({ type: 'object', properties: { a } }).getValues()).toEqual({
      a: { x: 'd', y: 'e' },
    });
  });

  it('gains no default in a group that was left out', () => {
    const schema = {
      type: 'object',
      properties: {
        a: text,
        o: { type: 'object', properties: { x: { type: 'integer', default: 3 } } },
      },
    } as const;
    const store = edit(schema, { a: '1' });
    type(store, '/a', '2');
    expect(store.getValues()).toEqual({ a: '2' });
    expect(open(schema).getValues()).toEqual({ o: { x: 3 } });
  });
});

describe('what was given for one thing', () => {
  it('is not sent for another variant', () => {
    const auth = {
      oneOf: [branch('basic', { user: text }), branch('oauth', { user: text, scope: text })],
    };
    const schema = { type: 'object', properties: { auth } } as const;
    const store = edit(schema, { auth: { type: 'basic', user: 'u' } });
    choose(store, '/auth', 1);
    expect(store.getValues()).toEqual({ auth: { type: 'oauth' } });
    choose(store, '/auth', 0);
    expect(store.getValues()).toEqual({ auth: { type: 'basic', user: 'u' } });
  });

  it('is not sent where its condition no longer holds', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { kind: text },
      if: { properties: { kind: { const: 'card' } }, required: ['kind'] },
      then: { properties: { number: text } },
    };
    const store = open(schema, { initialValues: { kind: 'card', number: '4' } });
    type(store, '/number', '55');
    type(store, '/kind', 'bank');
    expect(store.getValues()).toEqual({ kind: 'bank' });
    type(store, '/kind', 'card');
    expect(store.getValues()).toEqual({ kind: 'card', number: '55' });
  });

  it('does not come back with a row that is added later', () => {
    const schema = {
      type: 'object',
      properties: { tags: { type: 'array', items: text } },
    } as const;
    const store = open(schema, { initialValues: { tags: ['x', 'y'] } });
    const field = find(store, '/tags');
    store.setInput(field, toListInput(getRows(store.getFieldInput(field))?.slice(0, 1) ?? []));
    const [first] = getRows(store.getFieldInput(field)) ?? [];
    store.setInput(field, toListInput([...(first ? [first] : []), { id: 1, input: null }]));
    expect(find(store, '/tags/1')).toBeDefined();
    expect(store.getField(find(store, '/tags/1').key).input).toBeUndefined();
  });

  it('is judged by no default of a branch that does not hold', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { kind: { type: 'string', default: 'bank' } },
      if: { properties: { kind: { const: 'card' } } },
      then: { properties: { amount: { type: 'integer', default: 5 } } },
      else: { properties: { amount: { type: 'integer', default: 9 } } },
    };
    expect(open(schema).getValues()).toEqual({ kind: 'bank', amount: 9 });
  });
});

describe('an entry', () => {
  it('stays while its name is for a moment that of a field, and is refused if it remains', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { id: text },
      additionalProperties: text,
    };
    const store = open(schema);
    const root = find(store, '');
    const input = toTextInput('v');
    const rename = (name: string): void =>
      store.setInput(root, toObjectInput({}, { entries: [{ id: 0, name, input }] }));
    rename('id');
    expect(getObject(store.getInput())?.entries).toEqual([{ id: 0, name: 'id', input }]);
    expect(store.check()).toBe(false);
    rename('idx');
    expect(store.getValues()).toEqual({ idx: 'v' });
    expect(store.check()).toBe(true);
  });
});

describe('an optional group that nobody touched', () => {
  it.each<[string, JsonObject]>([
    [
      'a list that needs a row',
      {
        properties: { hosts: { type: 'array', items: text, minItems: 1 } },
        required: ['hosts'],
      },
    ],
    [
      'a group within that is incomplete beside a default',
      {
        properties: {
          h: {
            type: 'object',
            properties: { x: text, y: { type: 'string', default: '1' } },
            required: ['x'],
          },
          z: { type: 'boolean', default: true },
        },
        required: ['h'],
      },
    ],
  ])('is left out, also with %s', (_, group) => {
    const store = open({ type: 'object', properties: { o: { type: 'object', ...group } } });
    expect(store.check()).toBe(true);
    expect(store.getValues()).toEqual({});
  });
});

describe('conditions', () => {
  const pets: JsonSchema = {
    type: 'object',
    properties: { pets: { enum: ['No', 'One'], default: 'No' }, name: text },
    dependencies: {
      pets: {
        oneOf: [
          { properties: { pets: { enum: ['No'] } } },
          { properties: { pets: { enum: ['One'] }, old: { type: 'integer' } }, required: ['old'] },
        ],
      },
    },
  };

  it('that make a group a choice lose nothing of what was typed', () => {
    const store = open(pets);
    type(store, '/name', 'Bob');
    expect(store.getValues()).toEqual({ pets: 'No', name: 'Bob' });
    choose(store, '', 1);
    expect(store.getValues()).toEqual({ pets: 'One', name: 'Bob' });
    type(store, '/old', '3');
    expect(store.getValues()).toEqual({ pets: 'One', name: 'Bob', old: 3 });
    expect(store.check()).toBe(true);
  });

  it('hold for a draft as they did', () => {
    const store = open(pets);
    choose(store, '', 1);
    type(store, '/old', '0');
    const draft = JSON.parse(JSON.stringify(withoutSecretInput(store.getInput()))) as JsonObject;
    expect(open(pets, { initialInput: draft }).getValues()).toEqual({ pets: 'One', old: 0 });
    const self: JsonSchema = {
      type: 'object',
      properties: { a: text },
      dependentSchemas: { a: { properties: { b: text } }, b: { properties: { c: text } } },
    };
    const initialInput = toObjectInput({
      a: toTextInput('1'),
      b: toTextInput('2'),
      c: toTextInput('3'),
    });
    expect(open(self, { initialInput }).getValues()).toEqual({ a: '1', b: '2', c: '3' });
  });

  it('may follow from one another as often as they do', () => {
    const names = Array.from({ length: 20 }, (_, n) => `c${n}`);
    const schema: JsonSchema = {
      type: 'object',
      properties: { c0: { type: 'string', default: 'x' } },
      allOf: names.slice(1).map((name, n) => ({
        if: { required: [`c${n}`] },
        then: { properties: { [name]: { type: 'string', default: 'x' } } },
      })),
    };
    expect(Object.keys(open(schema).getValues())).toEqual(names);
  });
});
