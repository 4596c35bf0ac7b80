import type { JsonObject } from '../domain/json.js';
import { idAt, objectsAt, textAt } from '../server/platform/jsonAccess.js';
import type { Caller, PlatformCalls } from '../server/platform/platformCalls.js';
import { parsePage } from '../server/platform/shapes.js';

export interface ListedProject {
  readonly id: string;
  readonly name: string | undefined;
  /** `null`: not listed. */
  readonly environments:
    | readonly {
        readonly id: string | undefined;
        readonly name: string | undefined;
        readonly status: string | undefined;
      }[]
    | null;
}

/** More than anybody pages through. */
const mostPages = 20;

/** The organisation's projects: the one read here that the handler does not make. */
export async function listProjects(
  calls: PlatformCalls,
  caller: Caller,
): Promise<readonly ListedProject[]> {
  const projects = new Map<string, ListedProject>();
  let after: string | undefined;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { items, next } = await calls.read(caller, {
      operation: 'ListProjects',
      path: '/projects',
      query: { after },
      parse: (body) => parsePage(body, parseListedProject),
    });
    const before = projects.size;
    for (const each of items) projects.set(each.id, each);
    // A platform that does not page answers with the same again.
    if (next === undefined || projects.size === before) break;
    after = next;
  }
  return [...projects.values()];
}

function parseListedProject(value: JsonObject): ListedProject | null {
  const id = idAt(value, 'id');
  if (id === undefined) return null;
  return {
    id,
    name: textAt(value, 'name'),
    environments: objectsAt(value, 'environments').map((each) => ({
      id: idAt(each, 'id'),
      name: textAt(each, 'name'),
      status: textAt(each, 'status'),
    })),
  };
}
