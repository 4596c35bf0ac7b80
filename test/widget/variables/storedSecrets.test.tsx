// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonSchema } from '../../../src/domain/json.js';
import { open, type Stored } from './storedForm.js';

afterEach(cleanup);

const note = 'A value is saved and not shown. Leave this empty to keep it.';

/** As the editor opens it: with what is stored, and nothing else. */
function edit(
  schema: JsonSchema,
  initialValues: JsonObject,
  secretsSet: readonly string[],
): Stored & { readonly values: () => JsonObject | undefined } {
  const opened = open({ schema, initialValues, secretsSet, fillsDefaults: false });
  return { ...opened, values: () => opened.submitted.at(-1) };
}

describe('a stored secret that is no text', () => {
  it('is not sent while nobody touches it, and is once somebody does', async () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: {
        name: { type: 'string', title: 'Name' },
        debug: { type: 'boolean', title: 'Debug', writeOnly: true },
        keys: { type: 'array', title: 'Keys', items: { type: 'string' }, writeOnly: true },
        needed: { type: 'array', minItems: 1, items: { type: 'string', writeOnly: true } },
        scopes: { type: 'array', uniqueItems: true, items: { enum: ['a', 'b'] }, writeOnly: true },
        login: {
          type: 'object',
          title: 'Login',
          writeOnly: true,
          properties: {
            user: { type: 'string', title: 'User' },
            pass: { type: 'string', title: 'Pass' },
          },
          required: ['user', 'pass'],
        },
      },
      required: ['debug', 'keys', 'needed', 'scopes', 'login'],
    };
    const secretsSet = ['/debug', '/keys', '/needed', '/scopes', '/login'];
    const { user, values, submit } = edit(schema, { name: 'n' }, secretsSet);
    expect(screen.getByLabelText('User')).toHaveAccessibleDescription(note);
    await submit();
    expect(values()).toEqual({ name: 'n' });

    await user.click(screen.getByRole('switch', { name: 'Debug' }));
    await user.click(screen.getByRole('switch', { name: 'Debug' }));
    await user.type(screen.getByLabelText('User'), 'me');
    expect(screen.getByLabelText('Pass')).not.toHaveAccessibleDescription(note);
    await submit();
    expect(screen.getByLabelText('Pass')).toBeInvalid();
    await user.type(screen.getByLabelText('Pass'), 'word');
    await submit();
    expect(values()).toEqual({ name: 'n', debug: false, login: { user: 'me', pass: 'word' } });
  });
});

describe('a stored secret in the rows of a list', () => {
  const item: JsonSchema = {
    type: 'object',
    properties: {
      sku: { type: 'string', title: 'SKU' },
      token: { type: 'string', title: 'Token', writeOnly: true },
    },
    required: ['sku', 'token'],
  };
  const schema: JsonSchema = {
    type: 'object',
    properties: { lines: { type: 'array', title: 'Lines', items: item } },
  };
  const tokens = ['/lines/0/token', '/lines/1/token'];
  const lines = [{ sku: 'a' }, { sku: 'b' }];
  const fields = (name: string): HTMLElement[] => screen.getAllByLabelText(name);
  const field = (name: string, index: number): HTMLElement => fields(name)[index] ?? document.body;

  it('is asked for again in a row that is changed, until it is as it was', async () => {
    const { user, values, submit } = edit(schema, { lines }, tokens);
    await user.type(field('SKU', 0), 'x');
    expect(field('Token', 0)).not.toHaveAccessibleDescription(note);
    expect(field('Token', 1)).toHaveAccessibleDescription(note);
    await submit();
    expect(values()).toBeUndefined();
    expect(field('Token', 0)).toBeInvalid();
    expect(field('Token', 1)).toBeValid();
    await user.type(field('Token', 0), 'new');
    await submit();
    expect(values()).toEqual({ lines: [{ sku: 'ax', token: 'new' }, { sku: 'b' }] });
    await user.clear(field('Token', 0));
    await user.type(field('SKU', 0), '{Backspace}');
    expect(field('Token', 0)).toHaveAccessibleDescription(note);
    await submit();
    expect(values()).toEqual({ lines });
  });

  it('is asked for in a row that is new, or that has moved', async () => {
    const { user, values, submit } = edit(schema, { lines }, tokens);
    await user.click(screen.getByRole('button', { name: /^Remove .*2/ }));
    await user.click(screen.getByRole('button', { name: 'Add to Lines' }));
    await user.type(field('SKU', 1), 'c');
    await submit();
    expect(values()).toBeUndefined();
    expect(field('Token', 0)).toBeValid();
    expect(field('Token', 1)).toBeInvalid();
    await user.click(screen.getByRole('button', { name: /^Move .*2 up/ }));
    await submit();
    expect(values()).toBeUndefined();
    expect(field('Token', 0)).toBeInvalid();
    expect(field('Token', 1)).toBeInvalid();
  });

  it('is asked for again where rows look alike and one of them is changed', async () => {
    const alike = [{ sku: 'a' }, { sku: 'a' }];
    const { user, values, submit } = edit(schema, { lines: alike }, tokens);
    await submit();
    expect(values()).toEqual({ lines: alike });
    await user.type(field('SKU', 0), 'x');
    await submit();
    expect(field('Token', 0)).toBeInvalid();
    expect(field('Token', 1)).toBeInvalid();
  });

  it('is asked for again where the row was changed by somebody else meanwhile', async () => {
    const { submitted, submit } = open({
      schema,
      initialValues: { lines },
      storedValues: { lines: [{ sku: 'a' }, { sku: 'other' }] },
      secretsSet: tokens,
      fillsDefaults: false,
    });
    await submit();
    expect(submitted).toEqual([]);
    expect(field('Token', 0)).toBeValid();
    expect(field('Token', 1)).toBeInvalid();
  });
});

describe('what the schema says of a stored secret beside others', () => {
  const key = { type: 'string', title: 'Key', writeOnly: true, minLength: 4 } as const;
  const text = (title: string): JsonObject => ({ type: 'string', title });

  it.each<[string, JsonObject]>([
    ['the name needs it', { dependentRequired: { name: ['key'] } }],
    ['it is one of two ways', { anyOf: [{ required: ['key'] }, { required: ['other'] }] }],
    ['exactly one of two is needed', { oneOf: [{ required: ['key'] }, { required: ['other'] }] }],
    ['two values are needed', { minProperties: 2 }],
    ['a condition needs it', { if: { required: ['name'] }, then: { required: ['key'] } }],
  ])('counts it as there: %s', async (_, rule) => {
    const properties = { name: text('Name'), key, other: text('Other') };
    const schema: JsonSchema = { type: 'object', properties, ...rule };
    const { values, submit } = edit(schema, { name: 'n' }, ['/key']);
    await submit();
    expect(values()).toEqual({ name: 'n' });
  });

  it('brings the fields that a condition on it brings', async () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { key },
      if: { required: ['key'] },
      then: { properties: { scope: text('Scope') } },
      else: { properties: { login: text('Login') } },
    };
    const { user, values, submit } = edit(schema, {}, ['/key']);
    expect(screen.queryByLabelText('Login')).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('Scope'), 'all');
    await submit();
    expect(values()).toEqual({ scope: 'all' });
  });
});
