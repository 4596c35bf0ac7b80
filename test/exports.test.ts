import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSource } from './architecture/readSource.js';
import { toApiReference } from './release/apiReference.js';
import { toApiReport } from './release/apiReport.js';
import { listTypedEntries, toSpecifier } from './release/typedEntries.js';
import { sharedNames } from './sharedNames.js';

/** Every name that a host can import, types included: a change of this list is a change for hosts. */
const publicNames: Readonly<Record<string, readonly string[]>> = {
  element: ['ElementProperties', 'IntegrationHubElement', 'OnboardingElement', 'WidgetElement'],
  index: [
    ...sharedNames,
    'ActivationList',
    'ActivationListProps',
    'ConnectNew',
    'ConnectNewRequest',
    'ConnectionText',
    'DoneAction',
    'DoneOptions',
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
    'AuthorizationBrowser',
    'AuthorizationCheck',
    'AuthorizationMessage',
    'AuthorizationProblem',
    'AuthorizationState',
    'AuthorizationWindow',
    'AuthorizedCredential',
    'CallbackHello',
    'ConnectNewActions',
    'ConnectNewInput',
    'ConnectResult',
    'Connecting',
    'ConnectionList',
    'ConnectionWriteOptions',
    'ConnectionsInput',
    'CreateConnection',
    'CreateKey',
    'CredentialOf',
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
    'ReconnectConnection',
    'ReconnectConnectionInput',
    'RemoveConnection',
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
    'UseAuthorization',
    'UseAuthorizationInput',
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
    'useAuthorization',
    'useBackend',
    'useConnectNew',
    'useConnectionById',
    'useConnections',
    'useCreateConnection',
    'useDeactivate',
    'useDraft',
    'useFlowState',
    'useHasProvider',
    'useIntegration',
    'useIntegrations',
    'useLastUsedConnection',
    'useOnboardingFlow',
    'useReconnectConnection',
    'useRemoveConnection',
    'useReturnedSignIn',
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
  serverPostgres: [
    'Claim',
    'ClaimOptions',
    'IdempotencyRecord',
    'IdempotencyStore',
    'PostgresClient',
    'PostgresIdempotencyStoreOptions',
    'createPostgresIdempotencyStore',
  ],
  serverRedis: [
    'Claim',
    'ClaimOptions',
    'IdempotencyRecord',
    'IdempotencyStore',
    'RedisClient',
    'RedisIdempotencyStoreOptions',
    'createRedisIdempotencyStore',
  ],
  testing: [
    'InPageBackend',
    'InPageBackendOptions',
    'PageFetch',
    'createInPageBackend',
    'createPageFetch',
  ],
  emulator: [
    'AuthSchemeConfig',
    'ConnectionCredential',
    'Credential',
    'Decision',
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
    'ProjectVersion',
    'ProviderBehaviour',
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
  .filter((file) => /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file))
  .map((file) => file.slice(0, -3));

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
      './server/postgres',
      './server/redis',
      './emulator',
      './testing',
      './element',
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

  it.each(listTypedEntries())(
    'are as docs/api and docs/reference say, or `npm run api` was forgotten: %s',
    (name) => {
      const types = readFileSync(`dist/${name}.d.ts`, 'utf8');
      const reference = toApiReference(toSpecifier(name), types);
      expect(toApiReport(name, types)).toBe(readFileSync(`docs/api/${name}.md`, 'utf8'));
      expect(reference).toBe(readFileSync(`docs/reference/${name}.md`, 'utf8'));
    },
  );
});
