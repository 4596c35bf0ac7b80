import type {
  PlatformData,
  StoredActivation,
  StoredConnection,
  StoredProject,
  StoredTemplate,
} from './platformData.js';
import type { ConnectionTemplate, EndUser, Project, ProjectEnvironment } from './shapes.js';

/** An activation as the platform answers it, with everything that it names filled in. */
export interface ActivationAnswer {
  readonly id: string;
  readonly user: EndUser | undefined;
  readonly environment?: ProjectEnvironment;
  readonly connections: readonly Record<string, unknown>[];
  readonly dynamicVariables: Record<string, unknown>;
}

/** @param environment Left out where the platform leaves it out: in ActivateUser's answer. */
export function toActivationAnswer(
  data: PlatformData,
  activation: StoredActivation,
  environment?: ProjectEnvironment,
): ActivationAnswer {
  const { id, userId, dynamicVariables } = activation;
  return {
    id,
    user: data.users.find((user) => user.id === userId),
    ...(environment && { environment }),
    connections: activation.connections.flatMap(
      ({ connectionTemplateId, existingConnectionId }) => {
        const connection = data.connections.find((each) => each.id === existingConnectionId);
        if (connection === undefined) return [];
        return [toConnectionAnswer({ ...connection, connectionTemplateId })];
      },
    ),
    dynamicVariables,
  };
}

/** How the platform answers an optional id that is absent: Go cannot leave it out. */
const zeroUlid = '0'.repeat(26);

/** Secrets and all: the platform redacts nothing that a test could rely on. */
export function toConnectionAnswer(stored: StoredConnection): Record<string, unknown> {
  const { endUserId: _, absentMembers = [], ...connection } = stored;
  const shown = Object.fromEntries(
    Object.entries(connection).filter(([name]) => !absentMembers.includes(name)),
  );
  return { systemId: zeroUlid, connectionTemplateId: zeroUlid, ...shown };
}

export function toTemplateAnswer(stored: StoredTemplate): ConnectionTemplate {
  const { environmentId: _, ...template } = stored;
  return template;
}

export function toProjectAnswer(stored: StoredProject): Project {
  const { refusedVariables: _, ...project } = stored;
  return project;
}
