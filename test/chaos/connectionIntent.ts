import { exampleIds } from '../../src/emulator.js';
import type { Person } from '../support/manyPeople.js';
import { ask, type ChaosAnswer } from './ask.js';

/** One press of a button that makes, repairs or removes an account. */
export interface ConnectionIntent {
  readonly kind: 'create' | 'reconnect' | 'remove';
  readonly key: string;
  readonly person: Person;
  /** What is typed as the name. Two tabs may type the same; the platform's name is longer. */
  readonly label: string;
  /** What is typed as the secret: it tells later which intent has written a connection. */
  readonly secret: string;
  /** What is repaired or removed; `null`: a new one. */
  readonly connectionId: string | null;
  /** The intents that are sent at the same time, by one number. */
  readonly batch: number;
  /** What the answers of success name, each once. */
  readonly ids: Set<string>;
  lastAnswer: ChaosAnswer;
}

export type NewConnectionIntent = Pick<
  ConnectionIntent,
  'kind' | 'person' | 'label' | 'connectionId' | 'batch'
>;

export function createConnectionIntent(intent: NewConnectionIntent): ConnectionIntent {
  const key = crypto.randomUUID();
  return { ...intent, key, secret: `secret-${key}`, ids: new Set(), lastAnswer: { kind: 'none' } };
}

/** Takes the secret out of whatever holds one; `undefined` where there is none. */
export function findSecret(held: unknown): string | undefined {
  return /secret-[0-9a-f-]{36}/.exec(JSON.stringify(held))?.[0];
}

const methods = { create: 'POST', reconnect: 'PUT', remove: 'DELETE' } as const;

const { environments, templates } = exampleIds;

/** Sends it once, and notes the answer. */
export async function sendConnection(
  intent: ConnectionIntent,
  origin: string,
  signal: AbortSignal,
): Promise<ChaosAnswer> {
  const { kind, person, key, label, secret, connectionId } = intent;
  const template = `/integrations/${environments.hubspotContacts}/templates/${templates.hubspotContacts.hubspot}`;
  const path = `${template}/connections${connectionId === null ? '' : `/${connectionId}`}`;
  const credentials = [
    { kind: 'oauth2ClientCredentials', clientId: 'client', clientSecret: secret },
  ];
  const body = kind === 'remove' ? {} : { body: { name: label, credentials } };
  const answer = await ask(origin, { person, method: methods[kind], path, key, ...body }, signal);
  const id = answer.kind === 'success' ? (answer.id ?? connectionId) : null;
  if (id !== null) intent.ids.add(id);
  if (answer.kind !== 'none') intent.lastAnswer = answer;
  return answer;
}
