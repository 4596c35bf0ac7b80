import { isJsonObject } from '../domain/json.js';
import { parseDraft, toDraft, type DraftStorage } from '../flow/draft.js';
import type { FlowBeginning, FlowState } from '../flow/state.js';

/** Reads and writes the drafts of one user. */
export interface DraftKeeper {
  read(environmentId: string): FlowBeginning;
  has(environmentId: string): boolean;
  /** Writes within 250 ms; at once if `isUrgent`, or on `flush`. */
  save(state: FlowState, isUrgent: boolean): void;
  /** Writes pending drafts now, as before the page goes. */
  flush(): void;
  /** Removes the draft of one integration. */
  remove(environmentId: string): void;
  /** Removes every draft of this user. */
  clear(): void;
  /**
   * Makes this user the one whose drafts the storage holds: removes those of another, who can then
   * no longer write any.
   */
  claim(): void;
}

const PREFIX = 'react-versori-onboarding:drafts:';

/** The entry that names the user whose drafts the storage holds. */
const OWNER_KEY = 'react-versori-onboarding:draftsOf';

/** Typing writes at most this often. */
const WRITE_DELAY_MS = 250;

/**
 * The drafts of one user by environment id, each as `toDraft` wrote it: one entry of the storage.
 */
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
    if (!isOwner(storage, scope)) return waiting.clear();
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
    claim() {
      const owner = readItem(storage, OWNER_KEY);
      if (owner === scope) return;
      if (owner !== null) writeDrafts(storage, PREFIX + owner, new Map());
      writeItem(storage, OWNER_KEY, scope);
    },
  };
}

/** Storage that lasts as long as the page, for hosts without a `userKey`. */
export function createMemoryStorage(): DraftStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** The page's session storage; memory if there is none or the browser forbids it. */
export function getSessionStorage(): DraftStorage {
  try {
    return globalThis.sessionStorage ?? createMemoryStorage();
  } catch {
    return createMemoryStorage(); // Reading the property throws where cookies are blocked.
  }
}

/** Storage can be forbidden, or edited by others: what cannot be read is not a draft. */
function readDrafts(storage: DraftStorage, key: string): Drafts {
  try {
    const parsed: unknown = JSON.parse(readItem(storage, key) ?? '{}');
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

function writeDrafts(storage: DraftStorage, key: string, drafts: Drafts): void {
  writeItem(storage, key, drafts.size === 0 ? null : JSON.stringify(Object.fromEntries(drafts)));
}

/** False once another user has claimed the storage: an answer that arrives late writes nothing. */
function isOwner(storage: DraftStorage, scope: string): boolean {
  const owner = readItem(storage, OWNER_KEY);
  return owner === null || owner === scope;
}

function readItem(storage: DraftStorage, key: string): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}

/**
 * A full or forbidden storage costs the user the draft, never the flow. `null` removes the item.
 */
function writeItem(storage: DraftStorage, key: string, text: string | null): void {
  try {
    if (text === null) storage.removeItem(key);
    else storage.setItem(key, text);
  } catch {
    return;
  }
}
