import { expect, it } from 'vitest';
import { readSchema } from '../../src/variables/schema/readSchema.js';
import { resolveVariables } from '../../src/variables/resolveVariables.js';

it('an optional place that held null is null again once emptied, in a list of secrets too', () => {
  const kept = { enum: ['a', 'b', null] };
  const secret = { type: 'string', writeOnly: true };
  const schema = {
    type: 'object',
    properties: { kept, list: { type: 'array', prefixItems: [kept, secret] } },
  };
  const values = { kept: null, list: [null, ''] };
  const once = resolveVariables(readSchema(schema), { values });
  const again = resolveVariables(readSchema(schema), { input: once.input });
  expect(JSON.stringify(once.field).match(/"emptiesToNull":true/g)).toHaveLength(2);
  expect(again.field).toEqual(once.field);
});
