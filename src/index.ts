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
export type { CredentialInput, CredentialKind } from './domain/credential.js';
export type { Connection, ConnectionHealth, HealthStatus } from './domain/connection.js';
export type { Integration, IntegrationStatus, IntegrationSummary } from './domain/integration.js';
export type { JsonObject, JsonSchema, JsonValue } from './domain/json.js';
export type { Page } from './domain/page.js';
export type { ProblemCode, ProblemField } from './domain/problem.js';
export type { ConnectForm, ConnectionTemplate, ConnectScheme } from './domain/template.js';
export type { DraftStorage } from './flow/draft.js';
export { OnboardingProvider, type OnboardingProviderProps } from './headless/OnboardingProvider.js';
export type {
  OnboardingCallbacks,
  OnboardingEvent,
  ReportedError,
} from './headless/onboardingEvent.js';
export type { Appearance, MessageOverrides } from './headless/settings.js';
export type { PartName } from './styles/partNames.js';
export type { ThemeVariable } from './styles/themeVariables.js';
export type { VariableRefusal } from './headless/variables-form/createVariablesFormStore.js';
export type { MessageKey } from './messages/catalog.js';
export type { Message, PluralMessage } from './messages/format.js';
export type { SchemaFault } from './variables/listSchemaFaults.js';
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
export { VariablesForm, type VariablesFormProps } from './widget/VariablesForm.js';
export type { RenderVariable, RenderVariableProps } from './widget/options/renderVariable.js';
export type {
  LoadVariableOptions,
  VariableOption,
  VariableOptions,
  VariableOptionsRequest,
} from './widget/options/variableOptions.js';
export { ActivationList, type ActivationListProps } from './widget/ActivationList.js';
export { IntegrationHub, type IntegrationHubProps } from './widget/IntegrationHub.js';
export { OnboardingFlow, type OnboardingFlowProps } from './widget/OnboardingFlow.js';
export { OnboardingWidget, type OnboardingWidgetProps } from './widget/OnboardingWidget.js';
export type {
  ConnectNew,
  ConnectNewRequest,
  ConnectionText,
  DoneAction,
  DoneOptions,
  FlowOptions,
  VariablesFieldsOptions,
} from './widget/options/FlowOptions.js';
export type { IsSecret } from './variables/isSecretSchema.js';
export type { HubPresentation } from './widget/hub/HubView.js';
export type { SharedProps } from './widget/root/WidgetRoot.js';
export type { VariablesFormBodyProps } from './widget/variables/VariablesFormBody.js';
