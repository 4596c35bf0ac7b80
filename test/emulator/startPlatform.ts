import { expect, onTestFinished } from 'vitest';
import {
  createEmulator,
  type Emulator,
  type EmulatorOptions,
  exampleData,
  exampleIds,
} from '../../src/emulator.js';
import { createContractChecker } from '../support/platformContract.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Parsed where it is JSON; `undefined` where it is not. */
  readonly body: unknown;
  /** A part of the body by its path, such as `fields.0.field`; `undefined` where there is none. */
  readonly at: (path: string) => unknown;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface StartedPlatform {
  readonly platform: Emulator;
  /** A request with the organisation's key; `path` is below the organisation. */
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Reply>;
}

export interface StartOptions extends EmulatorOptions {
  /** True: answers may break the contract, since a fault or the data set breaks them. */
  readonly isBroken?: boolean;
}

/** The moment that every test of the emulator happens at. */
export const testTime: number = Date.UTC(2026, 10, 20, 9, 30);

/** A clock that stands still at `testTime`. */
export const now = (): number => testTime;

/** An emulator whose every answer is held to the OpenAPI document when the test ends. */
export function startPlatform(options: StartOptions = {}): StartedPlatform {
  const { isBroken = false, ...rest } = options;
  const platform = createEmulator({ now, data: exampleData({ now }), ...rest });
  const checker = createContractChecker({ answers: !isBroken });
  const fetch = checker.wrap(platform.fetch);
  onTestFinished(() => {
    expect(checker.violations.filter((each) => each.startsWith('answer'))).toEqual([]);
  });
  return {
    platform,
    call: async (method, path, callOptions = {}) =>
      toReply(await fetch(toRequest(method, path, callOptions))),
  };
}

export function toRequest(method: string, path: string, options: CallOptions = {}): Request {
  const { body, headers = {}, signal } = options;
  return new Request(`https://platform.example/api/v2/o/${exampleIds.organisation}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${exampleIds.apiKey}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
}

async function toReply(response: Response): Promise<Reply> {
  const { status, headers } = response;
  const text = await response.text();
  const body = parse(text);
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, step) => {
      return value instanceof Object ? new Map(Object.entries(value)).get(step) : undefined;
    }, body);
  return { status, headers, text, body, at };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
