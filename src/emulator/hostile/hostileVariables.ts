import type { VariablesSchema } from '../shapes.js';
import { longText, markup, rightToLeft } from './hostileText.js';

/**
 * A schema that is legal and unkind: names that JavaScript inherits, markup as a title, an endless
 * description, a type that there is none of, a reference to itself, a pattern that takes for ever, and
 * one that is invalid under the `u` flag.
 */
export const hostileVariables: VariablesSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['constructor'],
  // Parsed rather than written: in a literal, `__proto__` would set the prototype.
  properties: JSON.parse(
    JSON.stringify({
      constructor: { type: 'string', title: markup, description: longText },
      prototype: { type: 'boolean', title: rightToLeft, default: 'neither' },
      PROTO: { type: 'string' },
      tree: { $ref: '#/definitions/node' },
      mystery: { type: 'tuple' },
      slow: { type: 'string', pattern: '^(a+)+$' },
      loose: { type: 'string', pattern: '^[\\w-.]+$' },
      choice: { enum: [markup, rightToLeft, longText, 0, false, '', null] },
      anything: true,
      nothing: false,
      empty: {},
    }).replace('"PROTO"', '"__proto__"'),
  ),
  definitions: {
    node: {
      type: 'object',
      properties: {
        label: { type: 'string' },
        children: { type: 'array', items: { $ref: '#/definitions/node' } },
      },
    },
  },
};
