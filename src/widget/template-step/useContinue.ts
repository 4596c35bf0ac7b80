import { useState } from 'react';
import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlow } from '../flow/FlowContext.js';
import type { Choice } from './useChoice.js';
import type { StepFocus } from './useStepFocus.js';

/** How a step is left with its choice, and what stands in the way. */
interface Continuing {
  /** True: the user wanted to go on, and nothing is chosen. */
  readonly isMissing: boolean;
  /** How often the user was asked whether the chosen connection is meant, as it does not work. */
  readonly timesAsked: number;
  /** `isSure`: the user was asked. */
  readonly continueWith: (connection: Connection | undefined, isSure?: boolean) => void;
  readonly chooseOther: () => void;
}

/** Leaves the step with a choice, or says what stands in the way. */
export function useContinue(
  template: ConnectionTemplate,
  { chosen, confirmed }: Pick<Choice, 'chosen' | 'confirmed'>,
  focusRow: StepFocus['focusRow'],
): Continuing {
  const { actions } = useFlow();
  const [isAsked, setAsked] = useState(false);
  const [confirming, setConfirming] = useState({ id: '', times: 0 });
  return {
    isMissing: isAsked && chosen === undefined,
    timesAsked: chosen?.id === confirming.id ? confirming.times : 0,
    continueWith(connection, isSure = false) {
      if (connection === undefined) {
        setAsked(true);
        return focusRow(undefined);
      }
      if (connection !== confirmed) actions.chooseConnection(template.id, connection);
      if (isUsable(connection) || isSure) actions.next();
      else setConfirming(({ times }) => ({ id: connection.id, times: times + 1 }));
    },
    chooseOther() {
      setConfirming({ id: '', times: 0 });
      focusRow(chosen?.id);
    },
  };
}
