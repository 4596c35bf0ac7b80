import { isJsonObject } from '../domain/json.js';
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

const PREFIX = 'react-versori-onboarding:drafts:';

/** Typing writes at most this often. */
const WRITE_DELAY_MS = 250;

/** The drafts of one user by environment id, each as `toDraft` wrote it: one entry of the storage. */
type Drafts = ReadonlyMap<string, string>;

/** A keeper on `storage`, for the user or backend that `scope` names. */
export function createDraftKeeper(storage: DraftStorage, scope: string): DraftKeeper {
  const key = PREFIX + scope;
  const waiting = new Map<string, FlowState>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const drafts = new Map(readDrafts(storage, key));
    for (const [environmentId, state] of waiting) {
      const draft = toDraft(state);
      if (draft === null) drafts.delete(environmentId);
      else drafts.set(environmentId, draft);
    }
    waiting.clear();
    writeDrafts(storage, key, drafts);
  }

  return {
    read: (environmentId) => parseDraft(readDrafts(storage, key).get(environmentId) ?? null),
    has: (environmentId) =>
      waiting.has(environmentId) || readDrafts(storage, key).has(environmentId),
    save(state, isUrgent) {
      waiting.set(state.environmentId, state);
      if (isUrgent) flush();
      else timer ??= setTimeout(flush, WRITE_DELAY_MS);
    },
    flush,
    remove(environmentId) {
      waiting.delete(environmentId);
      const drafts = new Map(readDrafts(storage, key));
      if (drafts.delete(environmentId)) writeDrafts(storage, key, drafts);
    },
    clear() {
      waiting.clear();
      writeDrafts(storage, key, new Map());
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

/** Storage can be forbidden, or edited by others: what cannot be read is no draft. */
function readDrafts(storage: DraftStorage, key: string): Drafts {
  try {
    const parsed: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    if (!isJsonObject(parsed)) return new Map();
    return new Map(
      Object.entries(parsed).flatMap(([id, draft]): [string, string][] =>
        typeof draft === 'string' ? [[id, draft]] : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** A full or forbidden storage costs the user the draft, never the flow. */
function writeDrafts(storage: DraftStorage, key: string, drafts: Drafts): void {
  try {
    if (drafts.size === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(Object.fromEntries(drafts)));
  } catch {
    return;
  }
}
