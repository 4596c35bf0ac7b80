export { createHttpBackend, type HttpBackend } from './backend/createHttpBackend.js';
export type { HttpBackendOptions } from './backend/send.js';
export type {
  Backend,
  CallOptions,
  KeyedCallOptions,
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
  ListedActivations,
  Webhook,
} from './domain/activation.js';
export type {
  Authorization,
  AuthorizationInput,
  ConnectionInput,
  ConnectionRef,
} from './domain/connectionInput.js';
export type { CredentialInput, CredentialKind, CredentialOf } from './domain/credential.js';
export type { Connection, ConnectionHealth, HealthStatus } from './domain/connection.js';
export type { Integration, IntegrationStatus, IntegrationSummary } from './domain/integration.js';
export type { JsonObject, JsonSchema, JsonValue } from './domain/json.js';
export type { Page } from './domain/page.js';
export type { ProblemCode, ProblemField } from './domain/problem.js';
export type { ConnectForm, ConnectionTemplate, ConnectScheme } from './domain/template.js';
export type {
  AuthorizationCheck,
  AuthorizationProblem,
  AuthorizationState,
} from './flow/authorization.js';
export type { AuthorizedCredential } from './flow/authorizationAnswer.js';
export type { CallbackHello } from './domain/oauthCallback.js';
export type { DraftStorage } from './flow/draft.js';
export type { FlowStore } from './flow/machine.js';
export { canActivate, isEditable, toStepId } from './flow/reduce.js';
export type { ReplacementStart } from './flow/replacement.js';
export {
  findFirstOpenStep,
  isComplete,
  type ActivationAttempt,
  type ActivationRefusal,
  type FlowBeginning,
  type FlowState,
  type Submission,
} from './flow/state.js';
export type { Step } from './flow/steps.js';
export type { VariablesEntry } from './flow/variablesEntry.js';
export type { CreateKey } from './headless/createKey.js';
export { OnboardingProvider, type OnboardingProviderProps } from './headless/OnboardingProvider.js';
export type {
  OnboardingCallbacks,
  OnboardingEvent,
  ReportedError,
} from './headless/onboardingEvent.js';
export type { Loadable } from './headless/queries.js';
export { useLastUsedConnection } from './headless/lastUsedConnections.js';
export {
  OnboardingLookContext,
  useBackend,
  useHasProvider,
  useUserKey,
  type Appearance,
  type MessageOverrides,
  type OnboardingLook,
} from './headless/settings.js';
export type {
  AuthorizationBrowser,
  AuthorizationMessage,
  AuthorizationWindow,
} from './headless/authorizationBrowser.js';
export {
  useAuthorization,
  type SameWindowSignIn,
  type UseAuthorization,
  type UseAuthorizationInput,
} from './headless/useAuthorization.js';
export { useConnectionById } from './headless/useConnectionById.js';
export { useDraft, type Draft } from './headless/useDraft.js';
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
export {
  useCreateConnection,
  type ConnectionWriteOptions,
  type CreateConnection,
} from './headless/useCreateConnection.js';
export { useReturnedSignIn } from './headless/useReturnedSignIn.js';
export type { LeavingSignIn, ReturnedSignIn } from './headless/returningSignIn.js';
export type { WritePlace } from './headless/useSecretWrite.js';
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
  useReconnectConnection,
  type ReconnectConnection,
  type ReconnectConnectionInput,
} from './headless/useReconnectConnection.js';
export { useRemoveConnection, type RemoveConnection } from './headless/useRemoveConnection.js';
export {
  useReplaceActivation,
  type ReplaceActivation,
  type ReplaceActivationInput,
  type Replacing,
} from './headless/useReplaceActivation.js';
export { useUpdateVariables, type UpdateVariables } from './headless/useUpdateVariables.js';
export type {
  FieldState,
  FormState,
  VariableRefusal,
  VariablesFormOptions,
  VariablesFormStore,
} from './headless/variables-form/createVariablesFormStore.js';
export type { FieldError } from './headless/variables-form/findFieldErrors.js';
export {
  toErrorMessage,
  type ErrorFacts,
  type TranslateVariables,
} from './headless/variables-form/toErrorMessage.js';
export {
  useVariablesForm,
  type FocusField,
  type UseVariablesFormOptions,
  type VariablesFormHandle,
} from './headless/variables-form/useVariablesForm.js';
export {
  validateVariables,
  type VariableFault,
} from './headless/variables-form/validateVariables.js';
export type { ConnectResult, WatchOutcome } from './headless/watchForConnection.js';
export type { MessageKey } from './messages/catalog.js';
export type { VariablesMessageKey } from './messages/enVariables.js';
export type { Message, MessageParameters, PluralMessage, Translate } from './messages/format.js';
export type { SchemaFault } from './variables/listSchemaFaults.js';
export type { ErrorParameters } from './variables/errorParameters.js';
export type {
  BooleanField,
  ChoiceField,
  ConstField,
  EntryRow,
  Field,
  FieldHints,
  FieldBase,
  FurtherField,
  InputStep,
  JsonField,
  JsonReason,
  ListField,
  ListRow,
  NullableField,
  NumberField,
  ObjectField,
  Option,
  SetField,
  TextField,
  Variant,
  VariantField,
  VariantType,
} from './variables/field.js';
export type { IsSecret } from './variables/isSecretSchema.js';
export type { SchemaProblem, SchemaProblemReason } from './variables/schema/schemaProblem.js';
export type {
  InputEntry,
  InputMembers,
  InputRow,
  ListInput,
  ObjectInput,
  VariableInput,
  VariantInput,
} from './variables/variableInput.js';
export type { PartName } from './styles/partNames.js';
export type { ThemeVariable } from './styles/themeVariables.js';
