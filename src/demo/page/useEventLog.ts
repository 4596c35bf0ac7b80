import { useCallback, useState } from 'react';
import type { OnboardingEvent } from 'react-versori-onboarding';

export interface LoggedEvent {
  /** Counts from 1. */
  readonly number: number;
  /** Milliseconds since the page was opened. */
  readonly at: number;
  readonly event: OnboardingEvent;
}

export interface EventLog {
  /** Newest first; the last hundred. */
  readonly entries: readonly LoggedEvent[];
  readonly record: (event: OnboardingEvent) => void;
  readonly clear: () => void;
}

const MAXIMUM_ENTRIES = 100;

/** What `onEvent` was told. */
export function useEventLog(): EventLog {
  const [entries, setEntries] = useState<readonly LoggedEvent[]>([]);
  const record = useCallback((event: OnboardingEvent) => {
    const at = performance.now();
    setEntries((held) => {
      const number = (held[0]?.number ?? 0) + 1;
      return [{ number, at, event }, ...held].slice(0, MAXIMUM_ENTRIES);
    });
  }, []);
  const clear = useCallback(() => setEntries([]), []);
  return { entries, record, clear };
}
