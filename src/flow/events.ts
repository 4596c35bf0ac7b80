import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { JsonObject } from '../domain/json.js';
import type { VariableInput } from '../variables/variableInput.js';
import type { ActivationAttempt, ActivationRefusal } from './state.js';
import type { Step } from './steps.js';

/** Everything that can happen to the flow, as past facts; see `reduce`. */
export type FlowEvent =
  | {
      readonly type: 'connectionChosen';
      readonly connectionTemplateId: string;
      readonly connection: Connection;
    }
  | { readonly type: 'variablesChanged'; readonly input: VariableInput }
  | {
      readonly type: 'variablesConfirmed';
      readonly input: VariableInput;
      readonly values: JsonObject;
    }
  /** Continue was pressed on a step that has its answer. */
  | { readonly type: 'stepCompleted' }
  | { readonly type: 'wentBack' }
  /** A step of the rail, or an "Edit" of the review, was pressed. */
  | { readonly type: 'stepOpened'; readonly stepId: Step['id'] }
  | { readonly type: 'activationRequested'; readonly attempt: ActivationAttempt }
  /**
   * The list had not been read when the user pressed; these ids are from before anything was sent.
   */
  | { readonly type: 'activationsRead'; readonly ids: readonly string[] | null }
  | { readonly type: 'activationSucceeded'; readonly activation: Activation }
  | {
      readonly type: 'activationRefused';
      readonly refusal: ActivationRefusal;
      readonly keepsKey: boolean;
    }
  | { readonly type: 'outcomeLost'; readonly isRepeatable: boolean }
  | {
      readonly type: 'outcomeChecked';
      readonly found: Activation | null;
      readonly couldLook: boolean;
    }
  /** "Check again" was pressed. */
  | { readonly type: 'checkRequested' }
  /** The user left an unknown outcome, back to the filled-in steps. */
  | { readonly type: 'outcomeDismissed' }
  /** The user started over after "done". */
  | { readonly type: 'restarted' };
