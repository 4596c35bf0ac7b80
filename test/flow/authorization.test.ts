import { describe, expect, it } from 'vitest';
import {
  idleAuthorization,
  reduceAuthorization,
  type AuthorizationEvent,
  type AuthorizationState,
} from '../../src/flow/authorization.js';
import { parseAuthorizationAnswer } from '../../src/flow/authorizationAnswer.js';
import type { Authorization } from '../../src/headless.js';

function toAuthorization(state: string): Authorization {
  return {
    url: `https://login.example/authorize?state=${state}`,
    ticket: `ticket of ${state}`,
    state,
    callback: 'platform',
    callbackOrigin: 'https://platform.example',
  };
}

const first = toAuthorization('one');
const second = toAuthorization('two');

const opened = (attempt: number): AuthorizationEvent => ({ type: 'windowOpened', attempt });
const started = (attempt: number, authorization: Authorization): AuthorizationEvent => ({
  type: 'started',
  attempt,
  authorization,
});
const closed = (attempt: number): AuthorizationEvent => ({ type: 'windowClosed', attempt });
const expired = (attempt: number): AuthorizationEvent => ({ type: 'expired', attempt });
const failed = (attempt: number): AuthorizationEvent => ({
  type: 'startFailed',
  attempt,
  problem: { code: 'unavailable' },
});
const answered = (search: string): AuthorizationEvent => ({ type: 'answered', search });
/** In this very window, which has left for the provider and come back. */
const returned = (search: string): AuthorizationEvent => ({
  type: 'returned',
  answered: { ticket: 'ticket of one', state: 'one', search },
});
const blocked: AuthorizationEvent = { type: 'windowBlocked' };
const check: AuthorizationEvent = { type: 'checkRequested' };
const checked: AuthorizationEvent = { type: 'checkEnded' };
const ended: AuthorizationEvent = { type: 'ended' };

const atProvider = [opened(1), started(1, first)];
/** The user opened a second window, since the first was lost to them. */
const inTwoWindows = [...atProvider, closed(1), opened(2), started(2, second)];

function run(events: readonly AuthorizationEvent[]): AuthorizationState {
  return events.reduce(reduceAuthorization, idleAuthorization);
}

const granted = (state: string) => ({
  status: 'granted',
  credential: { kind: 'oauth2AuthorizationCode', ticket: `ticket of ${state}`, code: 'c', state },
});

const cases: readonly [string, readonly AuthorizationEvent[], Record<string, unknown>][] = [
  ['an empty window', [opened(1)], { status: 'starting', attempt: 1 }],
  ['a window that the browser blocked', [blocked], { status: 'blocked' }],
  ['a second try after that', [blocked, opened(1)], { status: 'starting' }],
  ['the provider’s page', atProvider, { status: 'waiting', seemsClosed: false, check: 'none' }],
  ['a backend that names no page', [opened(1), failed(1)], { status: 'notStarted' }],
  ['a yes', [...atProvider, answered('?code=c&state=one')], granted('one')],
  ['a no', [...atProvider, answered('?error=access_denied&state=one')], { status: 'denied' }],
  [
    'an error, in the provider’s words',
    [...atProvider, answered('?error=server_error&error_description=Broken&state=one')],
    { status: 'refused', description: 'Broken' },
  ],
  ['a yes in this window', [returned('?code=c&state=one')], granted('one')],
  ['a no in this window', [returned('?error=access_denied&state=one')], { status: 'denied' }],
  ['another’s answer in this window', [returned('?code=c&state=x')], { status: 'idle' }],
  [
    'a yes in this window, late',
    [opened(1), returned('?code=c&state=one')],
    { status: 'starting' },
  ],
  [
    'an answer to somebody else',
    [...atProvider, answered('?code=c&state=x')],
    { status: 'waiting' },
  ],
  ['an answer without a state', [...atProvider, answered('?code=c')], { status: 'waiting' }],
  [
    'an answer before there is a page',
    [opened(1), answered('?code=c&state=one')],
    { status: 'starting' },
  ],
  [
    'a second answer: the first counts',
    [...atProvider, answered('?code=c&state=one'), answered('?error=access_denied&state=one')],
    granted('one'),
  ],
  [
    'a window that seems closed',
    [...atProvider, closed(1)],
    { status: 'waiting', seemsClosed: true },
  ],
  [
    'an answer from a window that seems closed',
    [...atProvider, closed(1), answered('?code=c&state=one')],
    granted('one'),
  ],
  [
    'two windows, a yes in the newer',
    [...inTwoWindows, answered('?code=c&state=two')],
    granted('two'),
  ],
  [
    'two windows, a yes in the older',
    [...inTwoWindows, answered('?code=c&state=one')],
    granted('one'),
  ],
  [
    'two windows, a no in the older',
    [...inTwoWindows, answered('?error=access_denied&state=one')],
    { status: 'waiting', attempt: 2 },
  ],
  [
    'a yes in the older while the newer starts',
    [...atProvider, opened(2), answered('?code=c&state=one')],
    granted('one'),
  ],
  ['the older window closing', [...inTwoWindows, closed(1)], { seemsClosed: false }],
  ['a blocked second window', [...atProvider, blocked], { status: 'waiting' }],
  [
    'a page that comes for an earlier attempt',
    [opened(1), opened(2), started(1, first)],
    { status: 'starting', attempt: 2 },
  ],
  [
    'a failure of an earlier attempt',
    [opened(1), opened(2), failed(1)],
    { status: 'starting', attempt: 2 },
  ],
  ['a check', [...atProvider, check], { check: 'running' }],
  ['a check in vain', [...atProvider, check, checked], { check: 'nothing' }],
  ['the end of a check that nobody asked for', [...atProvider, checked], { check: 'none' }],
  ['no answer in time', [...atProvider, expired(1)], { status: 'timedOut' }],
  ['the time of an earlier attempt', [...inTwoWindows, expired(1)], { status: 'waiting' }],
  [
    'an answer that is too late',
    [...atProvider, expired(1), answered('?code=c&state=one')],
    { status: 'timedOut' },
  ],
  ['giving up', [...atProvider, ended], { status: 'idle' }],
  [
    'an answer after giving up',
    [...atProvider, ended, answered('?code=c&state=one')],
    { status: 'idle' },
  ],
];

describe('a sign-in in a window', () => {
  it.each(cases)('%s', (_what, events, expected) => {
    expect(run(events)).toMatchObject(expected);
  });
});

describe('the query of a callback page', () => {
  const oauth1 = { kind: 'oauth1', ticket: 'ticket of one', oauthToken: 't', oauthVerifier: 'v' };

  it.each([
    [
      'OAuth 1.0a with a state',
      '?state=one&oauth_token=t&oauth_verifier=v',
      'one',
      { credential: { ...oauth1, state: 'one' } },
    ],
    ['OAuth 1.0a without one', '?oauth_token=t&oauth_verifier=v', 't', { kind: 'granted' }],
    ['OAuth 1.0a, denied', '?denied=t&state=one', 'one', { kind: 'denied' }],
    [
      'a code beside an error',
      '?code=c&error=server_error&state=one',
      'one',
      { kind: 'failed', description: 'server_error' },
    ],
    ['nothing but the state', '?state=one', 'one', { kind: 'failed', description: '' }],
  ])('%s', (_what, search, state, expected) => {
    expect(parseAuthorizationAnswer(search, { ticket: 'ticket of one', state })).toMatchObject(
      expected,
    );
  });
});
