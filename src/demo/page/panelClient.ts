import { toPanelPath, type PanelCommand, type PanelState } from '../panelState.js';

export type PanelAnswer =
  { readonly ok: true; readonly panel: PanelState } | { readonly ok: false; reason: string };

/** Reads the panel of a world, or changes it first. Never rejects. */
export async function askPanel(world: string, command?: PanelCommand): Promise<PanelAnswer> {
  try {
    const response = await fetch(toPanelPath(world), toInit(command));
    const body: unknown = await response.json();
    if (response.ok && isPanelState(body)) return { ok: true, panel: body };
    return { ok: false, reason: readMessage(body) ?? `HTTP ${response.status}` };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The demo's own backend answers nothing else with a platform in it. */
function isPanelState(body: unknown): body is PanelState {
  return typeof body === 'object' && body !== null && 'platform' in body;
}

function toInit(command: PanelCommand | undefined): RequestInit {
  if (command === undefined) return {};
  const headers = { 'Content-Type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(command) };
}

function readMessage(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('message' in body)) return undefined;
  return String(body.message);
}
