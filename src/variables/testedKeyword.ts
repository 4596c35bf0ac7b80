import { isJsonArray, type JsonObject, type JsonValue } from '../domain/json.js';

import { nameFormat } from './jsonSchemaLibrary.js';
import type { PatternTest } from './pattern.js';

/** A keyword that is tested by us and not by the library. */
export class TestedKeyword {
  /** The schema that the keyword stands in. */
  readonly owner: JsonObject;
  readonly keyword: 'pattern' | 'format';
  readonly argument: string;
  readonly test: PatternTest;

  constructor(
    owner: JsonObject,
    keyword: 'pattern' | 'format',
    argument: string,
    test: PatternTest,
  ) {
    this.owner = owner;
    this.keyword = keyword;
    this.argument = argument;
    this.test = test;
  }

  /** The library asks for the name of a format before it runs it: that is where our test comes in. */
  toString(): string {
    return nameFormat((text) => this.test(text) === 'match');
  }
}

/** Takes a keyword over: the schema gets a `format` beside it that our test decides. */
export function addTest(
  owner: JsonObject,
  keyword: 'pattern' | 'format',
  argument: string,
  test: PatternTest,
): void {
  const others = owner['allOf'];
  const format = new TestedKeyword(owner, keyword, argument, test);
  Object.assign(owner, { allOf: [...(isJsonArray(others) ? others : []), { format }] });
}

/** Our own test that stands in a schema. */
export function getTest(node: JsonObject): TestedKeyword | undefined {
  const format: unknown = node['format'] satisfies JsonValue | undefined;
  return format instanceof TestedKeyword ? format : undefined;
}
