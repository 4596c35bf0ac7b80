import type { Activation } from '../domain/activation.js';
import type { Connection } from '../domain/connection.js';
import type { JsonObject, JsonValue } from '../domain/json.js';
import type { Attempt, Refusal } from './state.js';
import type { Step } from './steps.js';

/** Everything that can happen to the flow, as past facts. */
export type FlowEvent =
  | {
      readonly type: 'connectionChosen';
      readonly templateId: string;
      readonly connection: Connection;
    }
  | { readonly type: 'variablesTyped'; readonly input: JsonValue; readonly draftInput: JsonValue }
  | {
      readonly type: 'variablesConfirmed';
      readonly input: JsonValue;
      readonly draftInput: JsonValue;
      readonly values: JsonObject;
      readonly hasSecrets: boolean;
    }
  /** Continue was pressed on a step that has its answer. */
  | { readonly type: 'stepCompleted' }
  | { readonly type: 'wentBack' }
  /** A step of the rail, or an "Edit" of the review, was pressed. */
  | { readonly type: 'stepOpened'; readonly stepId: Step['id'] }
  | { readonly type: 'activationRequested'; readonly attempt: Attempt }
  /** The list could not be read before; these were there before anything was sent. */
  | { readonly type: 'activationsRead'; readonly ids: readonly string[] }
  | { readonly type: 'activationSucceeded'; readonly activation: Activation }
  | { readonly type: 'activationRefused'; readonly refusal: Refusal; readonly keepsKey: boolean }
  | { readonly type: 'outcomeLost'; readonly isRepeatable: boolean }
  | {
      readonly type: 'outcomeChecked';
      readonly found: Activation | null;
      readonly couldLook: boolean;
    }
  /** "Check again" was pressed. */
  | { readonly type: 'checkRequested' }
  /** The user leaves an unknown outcome and goes back to what was chosen and typed. */
  | { readonly type: 'outcomeDismissed' }
  /** The user starts anew after "done". */
  | { readonly type: 'restarted' };
