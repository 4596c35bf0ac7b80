export { canaries } from './emulator/canaries.js';
export {
  createEmulator,
  type Emulator,
  type EmulatorOptions,
  type RecordedRequest,
} from './emulator/createEmulator.js';
export { createSigningKey, type SigningKeyPair } from './emulator/createSigningKey.js';
export { exampleData, type ExampleDataOptions } from './emulator/example/exampleData.js';
export { exampleIds } from './emulator/example/exampleIds.js';
export type { Fault, FaultRule, Faults } from './emulator/faults.js';
export { hostileData } from './emulator/hostile/hostileData.js';
export { largeData, type LargeDataOptions } from './emulator/large/largeData.js';
export type { Decision, ProviderBehaviour } from './emulator/provider/behaviour.js';
export type { OperationName } from './emulator/operation.js';
export type {
  PlatformData,
  RefusedVariable,
  SigningKey,
  StoredActivation,
  StoredConnection,
  StoredProject,
  StoredSystem,
  StoredTemplate,
} from './emulator/platformData.js';
export type {
  AuthSchemeConfig,
  Connection as PlatformConnection,
  ConnectionCredential,
  ConnectionTemplate as PlatformConnectionTemplate,
  Credential,
  EndUser,
  Project,
  ProjectEnvironment,
  ProjectVersion,
  SourceFile,
  VariablesSchema,
} from './emulator/shapes.js';
