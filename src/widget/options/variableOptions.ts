import type { JsonObject, JsonValue } from '../../domain/json.js';
import type { Page } from '../../domain/page.js';
import { parsePointer, toPointer } from '../../domain/pointer.js';

/** A value that the host offers for a variable. */
export interface VariableOption {
  readonly value: JsonValue;
  readonly label: string;
}

export interface VariableOptionsRequest {
  /** What the user typed to find an option; empty at first. */
  readonly search: string;
  /** The `next` of the page before. */
  readonly after?: string;
  /** All variables as they are now, for options that depend on them. */
  readonly values: JsonObject;
  readonly signal: AbortSignal;
}

export type LoadVariableOptions = (
  request: VariableOptionsRequest,
) => Promise<Page<VariableOption>>;

/** By JSON Pointer into the variables; `*` stands for any row of a list: `/lines/*` for rows. */
export type VariableOptions = Readonly<Record<string, LoadVariableOptions>>;

/** The host's options of a place; its own pointer wins over one with `*`. */
export function findVariableOptions(
  options: VariableOptions | undefined,
  pointer: string,
): LoadVariableOptions | undefined {
  if (options === undefined) return undefined;
  if (Object.hasOwn(options, pointer)) return options[pointer];
  const steps = (parsePointer(pointer) ?? []).map((step) => (/^\d+$/.test(step) ? '*' : step));
  const general = toPointer(steps);
  return Object.hasOwn(options, general) ? options[general] : undefined;
}
