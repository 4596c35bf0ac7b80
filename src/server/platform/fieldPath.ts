import { isJsonObject, type JsonValue } from '../../domain/json.js';
import { isList } from './jsonAccess.js';

/**
 * The steps of a path as the platform writes it: `dynamicVariables.lines[0].sku` →
 * `['dynamicVariables', 'lines', '0', 'sku']`. Names may hold dots, so where `body`, what was sent,
 * has a member of that name, the longest such name is taken.
 */
export function parseFieldPath(field: string, body: JsonValue): string[] {
  const steps: string[] = [];
  let rest = field;
  let at: JsonValue | undefined = body;
  while (rest !== '') {
    const step = takeStep(rest, at);
    steps.push(step.name);
    rest = rest.slice(step.length).replace(/^\./, '');
    at = stepInto(at, step.name);
  }
  return steps;
}

interface Step {
  readonly name: string;
  /** How much of the text it takes. */
  readonly length: number;
}

function takeStep(text: string, at: JsonValue | undefined): Step {
  const index = /^\[(\d+)\]/.exec(text);
  if (index?.[1] !== undefined) return { name: index[1], length: index[0].length };
  const known = isJsonObject(at) ? Object.keys(at) : [];
  const names = known.filter(
    (name) => name !== '' && text.startsWith(name) && /^($|[.[])/.test(text.slice(name.length)),
  );
  const [longest] = names.toSorted((a, b) => b.length - a.length);
  const name = longest ?? /^[^.[]+/.exec(text)?.[0] ?? text;
  return { name, length: name.length };
}

function stepInto(at: JsonValue | undefined, name: string): JsonValue | undefined {
  if (isList(at)) return at[Number(name)];
  return isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
}
