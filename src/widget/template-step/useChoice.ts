import { useEffect, useMemo } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { toStepId } from '../../flow/reduce.js';
import type { FlowState } from '../../flow/state.js';
import { useLastUsedConnection } from '../../headless/lastUsedConnections.js';
import { useConnectionById } from '../../headless/useConnectionById.js';
import type { ConnectionList } from '../../headless/useConnections.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { findPrefilled, type Prefilled } from './prefilled.js';

/** The chosen connection of a template. */
export interface Choice {
  /** As the list shows it now; what is filled in beforehand counts. */
  readonly chosen: Connection | undefined;
  /** What the flow holds already. */
  readonly confirmed: Connection | undefined;
  /** Why a connection is chosen beforehand; `null`: the user chose. */
  readonly prefilledBecause: Prefilled['reason'] | null;
  /** The connection that was chosen and no longer exists. */
  readonly gone: Connection | null;
  /** The connection that the platform refused: it is no choice until the user chooses it again. */
  readonly refused: Connection | null;
}

/**
 * `made` was connected a moment ago: the list may not show it yet. `removedId` was removed here: it is
 * no choice any more, and its end is no news.
 */
export function useChoice(
  template: ConnectionTemplate,
  list: ConnectionList & { readonly isRefreshing: boolean },
  made: Connection | null,
  removedId: string | null,
): Choice {
  const { connections, hasMore, isRefreshing, refresh } = list;
  const { integration } = useFlow();
  const { initialConnections } = useFlowOptions();
  const { environmentId } = integration;
  const held = useFlowSlice((state) => state.choices.get(template.id));
  const confirmed = held?.id === removedId ? undefined : held;
  const isRefused = useFlowSlice((state) => isRefusedAt(state, `template:${template.id}`));
  const fresh = useMemo(() => findById(connections, confirmed?.id), [connections, confirmed]);

  // The list is from before the refusal: whether the connection is still there, only a new one says.
  useEffect(() => {
    if (isRefused) void refresh();
  }, [isRefused, refresh]);

  const initialId = getOwnEntry(initialConnections, template.id);
  const isFarAway = hasMore && confirmed === undefined && !findById(connections, initialId);
  const target = { environmentId, connectionTemplateId: template.id };
  const initial = useConnectionById(target, isFarAway ? initialId : undefined);
  const former = useLastUsedConnection(environmentId, template.id);

  if (confirmed !== undefined) {
    const isKnown = fresh !== undefined || made?.id === confirmed.id;
    const isGone = !isKnown && !isRefreshing && (!hasMore || isRefused);
    return {
      chosen: isGone || isRefused ? undefined : (fresh ?? confirmed),
      confirmed,
      prefilledBecause: null,
      gone: isGone ? confirmed : null,
      refused: isRefused && !isGone ? confirmed : null,
    };
  }
  const prefilled = findPrefilled({ connections, hasMore, initialId, initial, former });
  return {
    chosen: prefilled?.connection,
    confirmed,
    prefilledBecause: prefilled?.reason ?? null,
    gone: null,
    refused: null,
  };
}

function findById(
  connections: readonly Connection[],
  wanted: string | undefined,
): Connection | undefined {
  return wanted === undefined ? undefined : connections.find(({ id }) => id === wanted);
}

function isRefusedAt(state: FlowState, stepId: string): boolean {
  const { submission } = state;
  if (submission.status !== 'refused') return false;
  return submission.refusal.fields.some((field) => toStepId(state, field) === stepId);
}

function getOwnEntry(
  entries: Readonly<Record<string, string>> | undefined,
  key: string,
): string | undefined {
  return entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
}
