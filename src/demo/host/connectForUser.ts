import type { PlatformData } from 'react-versori-onboarding/emulator';
import type { ControlsCommand } from '../controlsState.js';
import { members } from './offers.js';

type Connect = Extract<ControlsCommand, { action: 'connect' }>;

/** What a host's own "connect" page does: a new connection like those there are, or one repaired. */
export function connectForUser(data: PlatformData, command: Connect): void {
  const { id, user, connectionTemplateId } = command;
  const broken = data.connections.find((connection) => connection.id === id);
  for (const { credential } of broken?.credentials ?? []) {
    if (credential === undefined) continue;
    credential.errors = [];
    delete credential.expiresAt;
  }
  const template = data.templates.find(
    (each) => each.connectionTemplateId === connectionTemplateId,
  );
  const like = data.connections.find(({ systemId }) => systemId === template?.id);
  const member = members.find(({ key }) => key === user);
  const owner = data.users.find(({ externalId }) => externalId === member?.externalId);
  if (broken !== undefined || like === undefined || owner === undefined) return;
  const now = new Date().toISOString();
  const name = `Connected at Fernway ${now.slice(11, 16)}`;
  data.connections.push({
    ...structuredClone(like),
    id,
    name,
    endUserId: owner.id,
    createdAt: now,
    updatedAt: now,
  });
}
