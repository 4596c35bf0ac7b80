import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from './architecture/readSource.js';

/** What the components and the hooks share: a host imports it from either entry. */
const sharedNames = [
  'Activation',
  'ActivationConnection',
  'ActivationInput',
  'Appearance',
  'Backend',
  'BackendError',
  'BackendErrorDetails',
  'CallOptions',
  'ChosenConnection',
  'Connection',
  'ConnectionHealth',
  'ConnectionTemplate',
  'DraftStorage',
  'EnvironmentStatus',
  'HealthStatus',
  'HttpBackend',
  'HttpBackendOptions',
  'Integration',
  'IntegrationStatus',
  'IntegrationSummary',
  'JsonObject',
  'JsonSchema',
  'JsonValue',
  'ListConnectionsInput',
  'MessageOverrides',
  'OnboardingCallbacks',
  'OnboardingEvent',
  'OnboardingProvider',
  'OnboardingProviderProps',
  'Page',
  'ProblemCode',
  'ProblemField',
  'ReportedError',
  'UpdateVariablesInput',
  'createHttpBackend',
];

/** Every name that a host can import, types included: a change of this list is a change for hosts. */
const publicNames: Readonly<Record<string, readonly string[]>> = {
  index: [
    ...sharedNames,
    'ActivationList',
    'ActivationListProps',
    'ConnectNew',
    'ConnectNewRequest',
    'ConnectionText',
    'FlowOptions',
    'IntegrationHub',
    'IntegrationHubProps',
    'LoadVariableOptions',
    'OnboardingFlow',
    'OnboardingFlowProps',
    'OnboardingWidget',
    'OnboardingWidgetProps',
    'RenderVariable',
    'RenderVariableProps',
    'VariableOption',
    'VariableOptions',
    'VariableOptionsRequest',
    'VariablesForm',
    'VariablesFormProps',
  ],
  headless: [
    ...sharedNames,
    'ActivationAttempt',
    'ActivationRefusal',
    'ConnectNewActions',
    'ConnectNewInput',
    'Connecting',
    'ConnectionList',
    'ConnectionsInput',
    'CurrentActivations',
    'Deactivate',
    'DeactivateInput',
    'Draft',
    'FlowBeginning',
    'FlowState',
    'FlowStore',
    'Loadable',
    'OnboardingFlowActions',
    'OnboardingFlowInput',
    'OnboardingFlowResult',
    'OnboardingLook',
    'OnboardingLookContext',
    'ReplaceActivation',
    'ReplaceActivationInput',
    'ReplacementStart',
    'Replacing',
    'Step',
    'Submission',
    'UpdateVariables',
    'UseVariablesFormOptions',
    'VariableFault',
    'VariablesEntry',
    'VariablesFormHandle',
    'canActivate',
    'findFirstOpenStep',
    'isComplete',
    'isEditable',
    'toStepId',
    'useActivations',
    'useBackend',
    'useConnectNew',
    'useConnectionById',
    'useConnections',
    'useDeactivate',
    'useDraft',
    'useFlowState',
    'useHasProvider',
    'useIntegration',
    'useIntegrations',
    'useLastUsedConnection',
    'useOnboardingFlow',
    'useReplaceActivation',
    'useUpdateVariables',
    'useVariablesForm',
    'validateVariables',
  ],
  server: [
    'Claim',
    'ClaimOptions',
    'ErrorContext',
    'HostIntegration',
    'IdempotencyRecord',
    'IdempotencyStore',
    'IdempotencyStoreFull',
    'IntegrationList',
    'LogEntry',
    'MemoryIdempotencyStoreOptions',
    'OnboardingHandler',
    'OnboardingHandlerOptions',
    'OnboardingUser',
    'PlatformAuth',
    'PlatformOptions',
    'RateLimited',
    'createMemoryIdempotencyStore',
    'createOnboardingHandler',
  ],
  serverNode: ['NodeListener', 'createNodeListener'],
  serverRedis: ['RedisClient', 'RedisIdempotencyStoreOptions', 'createRedisIdempotencyStore'],
  emulator: [
    'AuthSchemeConfig',
    'Connection',
    'ConnectionCredential',
    'ConnectionTemplate',
    'Credential',
    'Emulator',
    'EmulatorOptions',
    'EndUser',
    'ExampleDataOptions',
    'Fault',
    'FaultRule',
    'Faults',
    'LargeDataOptions',
    'OperationName',
    'PlatformData',
    'Project',
    'ProjectEnvironment',
    'RecordedRequest',
    'RefusedVariable',
    'SigningKey',
    'SigningKeyPair',
    'SourceFile',
    'StoredActivation',
    'StoredConnection',
    'StoredProject',
    'StoredSystem',
    'StoredTemplate',
    'VariablesSchema',
    'canaries',
    'createEmulator',
    'createSigningKey',
    'exampleData',
    'exampleIds',
    'hostileData',
    'largeData',
  ],
};

const locales = readdirSync('src/messages')
  .filter((file) => /^[a-z]{2}\.ts$/.test(file))
  .map((file) => file.slice(0, 2));

type Target = string | { readonly types: string; readonly default: string };

const { exports: entries } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, Target>;
};

function filesOf(target: Target): string[] {
  return typeof target === 'string' ? [target] : [target.types, target.default];
}

describe('the entries of the package', () => {
  it('are the documented ones', () => {
    expect(Object.keys(entries)).toEqual([
      '.',
      './headless',
      './server',
      './server/node',
      './server/redis',
      './emulator',
      './styles.css',
      './styles.layered.css',
      './host-api.openapi.yaml',
      './locales/*',
      './package.json',
    ]);
  });

  it.each(Object.entries(entries))('point at files that the build makes: %s', (_entry, target) => {
    const files = filesOf(target).flatMap((file) =>
      file.includes('*') ? locales.map((locale) => file.replace('*', locale)) : [file],
    );

    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(Object.entries(publicNames))('export exactly the listed names: %s', (name, expected) => {
    const path = `src/${name}.ts`;
    const { exports: names } = readSource(path, readFileSync(path, 'utf8'));

    expect(names.toSorted()).toEqual(expected.toSorted());
  });
});
