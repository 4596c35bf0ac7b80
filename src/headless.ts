export { createHttpBackend, type HttpBackend } from './backend/createHttpBackend.js';
export type { HttpBackendOptions } from './backend/send.js';
export type {
  Backend,
  CallOptions,
  ListConnectionsInput,
  UpdateVariablesInput,
} from './backend/backend.js';
export { BackendError, type BackendErrorDetails } from './backend/backendError.js';
export type {
  Activation,
  ActivationConnection,
  ActivationInput,
  ChosenConnection,
  EnvironmentStatus,
} from './domain/activation.js';
export type { Connection, ConnectionHealth, HealthStatus } from './domain/connection.js';
export type { Integration, IntegrationStatus, IntegrationSummary } from './domain/integration.js';
export type { JsonObject, JsonSchema, JsonValue } from './domain/json.js';
export type { Page } from './domain/page.js';
export type { ProblemCode, ProblemField } from './domain/problem.js';
export type { ConnectionTemplate } from './domain/template.js';
export type { DraftStorage } from './flow/draft.js';
export type { FlowEvent } from './flow/events.js';
export type { ReplacementStart } from './flow/replacement.js';
export type {
  Attempt,
  FlowBeginning,
  FlowState,
  Refusal,
  Submission,
  VariablesEntry,
} from './flow/state.js';
export type { Step } from './flow/steps.js';
export type { FlowStore } from './flow/store.js';
export { OnboardingProvider, type OnboardingProviderProps } from './headless/OnboardingProvider.js';
export type { OnboardingCallbacks, OnboardingEvent } from './headless/onboardingEvent.js';
export type { Loadable } from './headless/queries.js';
export type { Appearance, MessageOverrides } from './headless/settings.js';
export { useActivations, type CurrentActivations } from './headless/useActivations.js';
export {
  useConnectNew,
  type Connecting,
  type ConnectNewActions,
  type ConnectNewInput,
} from './headless/useConnectNew.js';
export {
  useConnections,
  type ConnectionList,
  type ConnectionsInput,
} from './headless/useConnections.js';
export { useDeactivate, type Deactivate, type DeactivateInput } from './headless/useDeactivate.js';
export { useIntegration } from './headless/useIntegration.js';
export { useIntegrations } from './headless/useIntegrations.js';
export {
  useFlowState,
  useOnboardingFlow,
  type OnboardingFlowActions,
  type OnboardingFlowInput,
  type OnboardingFlowResult,
} from './headless/useOnboardingFlow.js';
export {
  useReplaceActivation,
  type ReplaceActivation,
  type ReplaceActivationInput,
  type Replacing,
} from './headless/useReplaceActivation.js';
export { useUpdateVariables, type UpdateVariables } from './headless/useUpdateVariables.js';
export {
  useVariablesForm,
  type UseVariablesFormOptions,
  type VariablesForm,
} from './headless/variables-form/useVariablesForm.js';
export {
  validateVariables,
  type VariableFault,
} from './headless/variables-form/validateVariables.js';
