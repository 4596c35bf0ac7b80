import { useCallback, useEffect, useState } from 'react';
import type { ControlsCommand, ControlsState } from '../controlsState.js';
import { callControls, type ControlsAnswer } from './controlsClient.js';

export interface DemoControls {
  readonly state: ControlsState;
  readonly refresh: () => void;
  readonly command: (command: ControlsCommand) => void;
  /** Counts the resets: what was shown of the world before is no longer true. */
  readonly resets: number;
}

export type LoadedDemoControls =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly reason: string }
  | { readonly status: 'ready'; readonly controls: DemoControls };

/** Reads the state of a demo world, and gives the controls that change it. */
export function useDemoControls(world: string): LoadedDemoControls {
  const [held, setHeld] = useState<{ world: string; answer: ControlsAnswer } | null>(null);
  const [resets, setResets] = useState(0);

  const ask = useCallback(
    async (command?: ControlsCommand) => {
      const answer = await callControls(world, command);
      setHeld({ world, answer });
      if (command?.action === 'reset') setResets((count) => count + 1);
    },
    [world],
  );
  useEffect(() => {
    let isCurrent = true;
    void callControls(world).then((answer) => isCurrent && setHeld({ world, answer }));
    return () => {
      isCurrent = false;
    };
  }, [world]);

  if (held?.world !== world) return { status: 'loading' };
  if (!held.answer.ok) return { status: 'failed', reason: held.answer.reason };
  return {
    status: 'ready',
    controls: {
      state: held.answer.controls,
      refresh: () => void ask(),
      command: (command) => void ask(command),
      resets,
    },
  };
}
