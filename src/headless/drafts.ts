import { parseDraft, toDraft, type DraftStorage } from '../flow/draft.js';
import type { FlowBeginning, FlowState } from '../flow/state.js';

/** Reads and writes the drafts of one user. */
export interface DraftKeeper {
  read(environmentId: string): FlowBeginning;
  /** Whether there is one. */
  has(environmentId: string): boolean;
  /** Writes soon; at once where `isUrgent`, or on `flush`. */
  save(state: FlowState, isUrgent: boolean): void;
  /** Writes what is still waiting: the page may be going away. */
  flush(): void;
  /** Forgets the draft of one integration. */
  remove(environmentId: string): void;
  /** Forgets every draft of this user. */
  clear(): void;
}

const PREFIX = 'react-versori-onboarding:draft:';

/** Typing writes at most this often. */
const WRITE_DELAY_MS = 250;

/** A keeper on `storage`, for the user or backend that `scope` names. */
export function createDraftKeeper(storage: DraftStorage, scope: string): DraftKeeper {
  const waiting = new Map<string, FlowState>();
  const known = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const toKey = (environmentId: string): string => `${PREFIX}${scope}:${environmentId}`;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    for (const [environmentId, state] of waiting)
      write(storage, toKey(environmentId), toDraft(state));
    waiting.clear();
  }

  return {
    read(environmentId) {
      known.add(environmentId);
      return parseDraft(read(storage, toKey(environmentId)));
    },
    has: (environmentId) =>
      waiting.has(environmentId) || read(storage, toKey(environmentId)) !== null,
    save(state, isUrgent) {
      known.add(state.environmentId);
      waiting.set(state.environmentId, state);
      if (isUrgent) flush();
      else timer ??= setTimeout(flush, WRITE_DELAY_MS);
    },
    flush,
    remove(environmentId) {
      waiting.delete(environmentId);
      write(storage, toKey(environmentId), null);
    },
    clear() {
      waiting.clear();
      for (const environmentId of known) write(storage, toKey(environmentId), null);
    },
  };
}

/** Drafts that last as long as the page: for hosts that give no `userKey`. */
export function createMemoryStorage(): DraftStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** The page's session storage; memory where there is none or the browser forbids it. */
export function getSessionStorage(): DraftStorage {
  try {
    return globalThis.sessionStorage ?? createMemoryStorage();
  } catch {
    return createMemoryStorage(); // Reading the property throws where cookies are blocked.
  }
}

function read(storage: DraftStorage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/** A full or forbidden storage costs the user the draft, never the flow. */
function write(storage: DraftStorage, key: string, value: string | null): void {
  try {
    if (value === null) storage.removeItem(key);
    else storage.setItem(key, value);
  } catch {
    return;
  }
}
