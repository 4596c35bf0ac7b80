import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from './architecture/readSource.js';
import { sharedNames } from './sharedNames.js';

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
    'HubPresentation',
    'IntegrationHub',
    'IntegrationHubProps',
    'LoadVariableOptions',
    'OnboardingFlow',
    'OnboardingFlowProps',
    'OnboardingWidget',
    'OnboardingWidgetProps',
    'RenderVariable',
    'RenderVariableProps',
    'SharedProps',
    'VariableOption',
    'VariableOptions',
    'VariableOptionsRequest',
    'VariablesFieldsOptions',
    'VariablesForm',
    'VariablesFormBodyProps',
    'VariablesFormProps',
  ],
  headless: [
    ...sharedNames,
    'ActivationAttempt',
    'ActivationRefusal',
    'ConnectNewActions',
    'ConnectNewInput',
    'ConnectResult',
    'Connecting',
    'ConnectionList',
    'ConnectionsInput',
    'CreateKey',
    'CurrentActivations',
    'Deactivate',
    'DeactivateInput',
    'Draft',
    'ErrorFacts',
    'ErrorParameters',
    'FieldError',
    'FieldState',
    'FlowBeginning',
    'FlowState',
    'FlowStore',
    'FocusField',
    'FormState',
    'InputEntry',
    'InputMembers',
    'InputRow',
    'ListInput',
    'Loadable',
    'MessageParameters',
    'ObjectInput',
    'OnboardingFlowActions',
    'OnboardingFlowInput',
    'OnboardingFlowResult',
    'OnboardingLook',
    'OnboardingLookContext',
    'ReplaceActivation',
    'ReplaceActivationInput',
    'ReplacementStart',
    'Replacing',
    'SchemaProblem',
    'SchemaProblemReason',
    'Step',
    'Submission',
    'Translate',
    'TranslateVariables',
    'UpdateVariables',
    'UseVariablesFormOptions',
    'VariableFault',
    'VariableInput',
    'VariablesEntry',
    'VariablesFormHandle',
    'VariablesFormOptions',
    'VariablesFormStore',
    'VariablesMessageKey',
    'VariantInput',
    'WatchOutcome',
    'canActivate',
    'findFirstOpenStep',
    'isComplete',
    'isEditable',
    'toErrorMessage',
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
    'CallName',
    'Claim',
    'ClaimOptions',
    'ConnectRules',
    'ErrorContext',
    'HostIntegration',
    'HostTemplate',
    'HostWebhook',
    'IdempotencyRecord',
    'IdempotencyStore',
    'IdempotencyStoreFull',
    'IntegrationList',
    'IsSecret',
    'JsonObject',
    'JsonSchema',
    'JsonValue',
    'LogEntry',
    'MemoryIdempotencyStoreOptions',
    'OnboardingHandler',
    'OnboardingHandlerOptions',
    'OnboardingUser',
    'PlatformAuth',
    'PlatformOptions',
    'RateLimited',
    'Runtime',
    'createMemoryIdempotencyStore',
    'createOnboardingHandler',
  ],
  serverNode: ['NodeListener', 'createNodeListener'],
  serverRedis: [
    'Claim',
    'ClaimOptions',
    'IdempotencyRecord',
    'IdempotencyStore',
    'RedisClient',
    'RedisIdempotencyStoreOptions',
    'createRedisIdempotencyStore',
  ],
  emulator: [
    'AuthSchemeConfig',
    'ConnectionCredential',
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
    'PlatformConnection',
    'PlatformConnectionTemplate',
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
