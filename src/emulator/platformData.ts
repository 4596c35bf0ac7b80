import type { Connection, ConnectionTemplate, EndUser, Project } from './shapes.js';

/** A variable's value that the schema allows and the integration's own check still refuses. */
export interface RefusedVariable {
  /** Path below the variables, such as `warehouseCode` or `lines[0].sku`. */
  field: string;
  value: unknown;
  message: string;
}

export interface StoredProject extends Project {
  /** Never answered: what the platform refuses although the schema allows it. */
  refusedVariables?: RefusedVariable[];
}

export interface StoredTemplate extends ConnectionTemplate {
  /** Never answered: the environment that the template belongs to. */
  environmentId: string;
}

export interface StoredConnection extends Connection {
  /** Never answered: platform id of the owner; `null`: a static connection. */
  endUserId: string | null;
  /**
   * Never answered: members to leave out of answers, since the platform leaves out nearly all of
   * them in practice. `systemId` and `connectionTemplateId` still say where the connection belongs.
   */
  absentMembers?: string[];
}

export interface StoredSystem {
  id: string;
  name: string;
  domain: string;
}

/** The body of the ActivateUser that made it, and an id; `userId` is the platform's. */
export interface StoredActivation {
  id: string;
  userId: string;
  environmentId: string;
  connections: { connectionTemplateId: string; existingConnectionId: string }[];
  dynamicVariables: Record<string, unknown>;
}

/** A key that the platform trusts; `iss` of a JWT is `https://versori.com/sk/<id>`. */
export interface SigningKey {
  id: string;
  /** SPKI, as PEM. */
  publicKey: string;
}

/** All that one organisation holds. It is live: what is changed here changes the next answer. */
export interface PlatformData {
  organisationId: string;
  apiKeys: string[];
  signingKeys: SigningKey[];
  projects: StoredProject[];
  templates: StoredTemplate[];
  systems: StoredSystem[];
  connections: StoredConnection[];
  users: EndUser[];
  activations: StoredActivation[];
}
