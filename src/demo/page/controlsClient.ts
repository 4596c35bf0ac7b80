import { toControlsPath, type ControlsCommand, type ControlsState } from '../controlsState.js';
import { demoFetch } from './demoFetch.js';

export type ControlsAnswer =
  { readonly ok: true; readonly controls: ControlsState } | { readonly ok: false; reason: string };

/** Reads the controls of a world, or changes it first. Never rejects. */
export async function callControls(
  world: string,
  command?: ControlsCommand,
): Promise<ControlsAnswer> {
  try {
    const response = await demoFetch(toControlsPath(world), toInit(command));
    const body: unknown = await response.json();
    if (response.ok && isControlsState(body)) return { ok: true, controls: body };
    return { ok: false, reason: readMessage(body) ?? `HTTP ${response.status}` };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The demo's own backend answers nothing else with a platform in it. */
function isControlsState(body: unknown): body is ControlsState {
  return typeof body === 'object' && body !== null && 'platform' in body;
}

function toInit(command: ControlsCommand | undefined): RequestInit {
  if (command === undefined) return {};
  const headers = { 'Content-Type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(command) };
}

function readMessage(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined;
  return String(body.message);
}
