/** A JSON Schema as a vendor declares it, or `null` where a project declares no variables. */
export type VariablesSchema = Record<string, unknown> | boolean | null;

export interface EndUser {
  id: string;
  /** The vendor's own id of the user: unique in the organisation, never changes. */
  externalId: string;
  displayName: string;
  organisationId: string;
  createdAt: string;
  updatedAt: string;
}

export interface SourceFile {
  filename: string;
  content: string;
}

export interface ProjectEnvironment {
  id: string;
  name: string;
  /** `running`, `suspended`, `error`, `draft`, or what a newer platform invents. */
  status: string;
  createdAt: string;
  updatedAt: string;
  publicUrl: string;
  lastDeployedAt?: string;
  /** The integration's source code. */
  files?: SourceFile[];
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
  executionPool?: string;
  deployedVersion?: ProjectVersion;
}

export interface ProjectVersion {
  id: string;
  name: string;
  createdAt: string;
}

export interface Project {
  id: string;
  name: string;
  createdAt: string;
  updatedAt?: string;
  settings?: Record<string, unknown>;
  metadata?: Record<string, unknown>;
  environments: ProjectEnvironment[];
  currentFiles: { files: SourceFile[]; labels: Record<string, string> };
  /** Left out: GetProjectVariablesSchema answers with an empty body; `null`: it answers `null`. */
  dynamicVariablesSchema?: VariablesSchema;
}

/** `type` names the scheme; its settings stand under the key of its kind, such as `apiKey`. */
export interface AuthSchemeConfig {
  type: string;
  [kind: string]: unknown;
}

export interface ConnectionTemplate {
  /** The system's id, as the platform has it; the template's own is `connectionTemplateId`. */
  id: string;
  connectionTemplateId: string;
  name: string;
  domain: string;
  /** True: each end user brings a connection; false: one static connection serves all. */
  dynamic: boolean;
  templateBaseUrl: string;
  authSchemeConfigs: AuthSchemeConfig[];
}

export interface Credential {
  id: string;
  organisationId: string;
  type: string;
  name?: string;
  /** Left out: never checked; empty: valid; otherwise what failed. */
  errors?: string[];
  /** When the platform deletes the credential. */
  expiresAt?: string;
  /** The secret itself, under the key of its kind, such as `oauth2Token`. */
  data: Record<string, unknown>;
}

export interface ConnectionCredential {
  id: string;
  authSchemeConfig?: AuthSchemeConfig;
  credential?: Credential;
}

export interface Connection {
  id: string;
  name: string;
  credentials: ConnectionCredential[];
  variables?: { name: string; value: string }[];
  /** An empty text means none. */
  baseUrl?: string;
  createdAt: string;
  updatedAt: string;
  systemId?: string;
  connectionTemplateId?: string;
}
