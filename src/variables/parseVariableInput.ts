import { isJsonArray, isJsonObject, isJsonValue, type JsonValue } from '../domain/json.js';
import type { InputEntry, InputMembers, InputRow, VariableInput } from './variableInput.js';

/** Drafts nest as deep as forms do; the limit only keeps the stack whole. */
const MAX_DEPTH = 500;

/**
 * Reads an input that was stored as a draft. Storage can be edited and may be of another version:
 * what does not fit is dropped, with what is around it where that cannot do without. Never throws.
 */
export function parseVariableInput(
  value: unknown,
  depth: number = MAX_DEPTH,
): VariableInput | undefined {
  if (!isJsonObject(value) || depth <= 0) return undefined;
  switch (value['kind']) {
    case 'omitted':
    case 'none':
      return { kind: value['kind'] };
    case 'text':
    case 'json':
      return typeof value['text'] === 'string'
        ? { kind: value['kind'], text: value['text'] }
        : undefined;
    case 'switch':
      return typeof value['isOn'] === 'boolean'
        ? { kind: 'switch', isOn: value['isOn'] }
        : undefined;
    case 'choice':
      return isJsonValue(value['value']) ? { kind: 'choice', value: value['value'] } : undefined;
    case 'secret': {
      const input = parseVariableInput(value['input'], depth - 1);
      return input && { kind: 'secret', input };
    }
    case 'list':
      return isJsonArray(value['rows'])
        ? { kind: 'list', rows: parseRows(value['rows'], depth) }
        : undefined;
    case 'object': {
      const { members, entries, presence } = value;
      return {
        kind: 'object',
        members: parseMembers(members, depth),
        entries: isJsonArray(entries) ? parseEntries(entries, depth) : null,
        presence: presence === 'given' || presence === 'new' ? presence : 'implied',
      };
    }
    case 'variant':
      return {
        kind: 'variant',
        chosen: typeof value['chosen'] === 'number' ? value['chosen'] : null,
        inputs: parseMembers(value['inputs'], depth),
      };
    default:
      return undefined;
  }
}

function parseMembers(value: JsonValue | undefined, depth: number): InputMembers {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]): [string, VariableInput][] => {
      const input = parseVariableInput(member, depth - 1);
      return input === undefined ? [] : [[name, input]];
    }),
  );
}

function parseRows(rows: readonly JsonValue[], depth: number): readonly InputRow[] {
  const ids = new Set<number>();
  return rows.flatMap((row): InputRow[] => {
    const id = isJsonObject(row) ? row['id'] : undefined;
    if (!isJsonObject(row) || typeof id !== 'number' || ids.has(id)) return [];
    ids.add(id);
    return [{ id, input: parseVariableInput(row['input'], depth - 1) ?? null }];
  });
}

function parseEntries(rows: readonly JsonValue[], depth: number): readonly InputEntry[] {
  const names = new Map(
    rows.map((row) => (isJsonObject(row) ? [row['id'], row['name']] : [undefined, undefined])),
  );
  return parseRows(rows, depth).map((row) => {
    const name = names.get(row.id);
    return { ...row, name: typeof name === 'string' ? name : null };
  });
}
