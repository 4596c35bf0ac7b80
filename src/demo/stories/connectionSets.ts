import type { DraftStorage } from 'react-versori-onboarding';
import type { PlatformData } from 'react-versori-onboarding/emulator';

/** Adds as many connections that are like one, but for their ids. */
export function cloneConnections(data: PlatformData, likeId: string, count: number): void {
  const like = data.connections.find(({ id }) => id === likeId);
  if (like === undefined) throw new Error(`The data set has no connection ${likeId}.`);
  for (let index = 0; index < count; index += 1) {
    const id = `01JEXAMP1E000000CNX${String(1_000_000 + index)}`;
    const name = count < 10 ? like.name : `${like.name} ${index + 1}`;
    data.connections.push({ ...like, id, name });
  }
}

/** A draft of "Slack alerts" whose account no longer exists. */
export function draftOfGoneAccount(): DraftStorage {
  const draft = {
    version: 1,
    stepId: 'template:01JEXAMP1E000000TMP0000003',
    choices: [
      [
        '01JEXAMP1E000000TMP0000003',
        { id: '01JEXAMP1E000000CNX0000001', name: 'Chen & Co – old workspace', authTypes: [] },
      ],
    ],
  };
  return {
    getItem: () => JSON.stringify({ '01JEXAMP1E000000ENV0000002': JSON.stringify(draft) }),
    setItem: () => undefined,
    removeItem: () => undefined,
  };
}
