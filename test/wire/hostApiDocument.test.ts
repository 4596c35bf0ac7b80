import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/wire/call.js';
import { hostApi } from '../../src/wire/hostApi.js';
import {
  type DocumentedOperation,
  findResponse,
  listOperations,
  readHostDocument,
} from '../support/platformDocument.js';
import { toSample } from '../support/schemaSample.js';

const document = readHostDocument();
const documented = new Map(
  listOperations(document).map((each) => [each.operation.operationId, each]),
);
const calls: readonly (readonly [string, Call<string, unknown, unknown>])[] =
  Object.entries(hostApi);
const callsWithBody = calls.filter(([, { parseBody }]) => parseBody !== undefined);

function findDocumented(name: string): DocumentedOperation {
  const found = documented.get(name);
  if (found === undefined) throw new Error(`The document lacks ${name}.`);
  return found;
}

function jsonSchemaOf(content: Readonly<Record<string, { schema: object }>> = {}): object {
  return content['application/json']?.schema ?? {};
}

function requiredOfBody(name: string): readonly string[] {
  const schema = jsonSchemaOf(findDocumented(name).operation.requestBody?.content);
  const target = '$ref' in schema ? String(schema.$ref).split('/').at(-1) : '';
  const { required = [] } = document.components.schemas[target ?? ''] as { required?: string[] };
  return required;
}

function sampleOfBody(name: string): Record<string, unknown> {
  const { requestBody } = findDocumented(name).operation;
  return toSample(document, jsonSchemaOf(requestBody?.content)) as Record<string, unknown>;
}

const examples = callsWithBody.flatMap(([name, { parseBody }]) =>
  Object.entries(findDocumented(name).operation.requestBody?.content ?? {}).flatMap(
    ([, { examples: all = {} }]) =>
      Object.entries(all).map(([title, { value }]) => ({ name, title, value, parseBody })),
  ),
);

describe('the OpenAPI document and the list of calls', () => {
  it('name the same calls', () => {
    expect([...documented.keys()].toSorted()).toEqual(Object.keys(hostApi).toSorted());
  });

  it.each(calls)('give %s the same method and path', (name, { method, path }) => {
    expect(findDocumented(name)).toMatchObject({ method, path });
  });

  it.each(calls)('give %s the same parameters in its path', (name, { path }) => {
    const inPath = findDocumented(name).parameters.filter((each) => each.in === 'path');
    expect(inPath.map((each) => `{${each.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
  });

  it.each(calls)('give %s the same statuses of success', (name, { statuses }) => {
    const all = Object.keys(findDocumented(name).operation.responses);
    expect(all.filter((status) => status.startsWith('2'))).toEqual(statuses.map(String).toSorted());
  });

  it.each(calls)('want a key for %s alike', (name, { idempotency }) => {
    const names = findDocumented(name).parameters.map((each) => each.name);
    expect(names.includes('Idempotency-Key')).toBe(idempotency === 'byKey');
  });

  it.each(calls)('give %s a body, or none', (name, { parseBody }) => {
    const hasBody = findDocumented(name).operation.requestBody !== undefined;
    expect(parseBody !== undefined).toBe(hasBody);
  });

  it.each(calls)('read the same members in the answers to %s', (name, call) => {
    const { operation } = findDocumented(name);
    for (const status of call.statuses) {
      const content = findResponse(document, operation, status)?.content;
      const body = content && toSample(document, jsonSchemaOf(content));
      expect(call.parseAnswer(body)).toEqual({ ok: true, value: body });
    }
  });

  it.each(callsWithBody)('know the same members of the body of %s', (name, { parseBody }) => {
    const body = sampleOfBody(name);
    expect(parseBody?.(body)).toEqual({ ok: true, value: body });
    const required = requiredOfBody(name);
    for (const member of Object.keys(body)) {
      const { [member]: _, ...rest } = body;
      const refused = { ok: false, field: { path: `/${member}` } };
      const isRequired = required.includes(member);
      expect(parseBody?.(rest)).toMatchObject(isRequired ? refused : { ok: true, value: rest });
    }
    expect(parseBody?.({ ...body, other: 1 })).toMatchObject({
      ok: false,
      field: { path: '/other' },
    });
  });

  it.each(examples)('understand the example "$title" of $name', ({ value, parseBody }) => {
    expect(parseBody?.(value)).toEqual({ ok: true, value });
  });
});
