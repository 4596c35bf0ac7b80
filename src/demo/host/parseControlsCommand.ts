import type { Fault, OperationName } from 'react-versori-onboarding/emulator';
import type { ControlsCommand } from '../controlsState.js';

/** Parses a command of the demo controls; `null` if it is not one. */
export function parseControlsCommand(
  body: unknown,
  operations: readonly OperationName[],
): ControlsCommand | null {
  if (!isRecord(body)) return null;
  const { action, operation, times = null } = body;
  if (action === 'clearFaults' || action === 'reset') return { action };
  if (action === 'connect') return parseConnect(body);
  const named = operations.find((name) => name === operation) ?? (operation === '*' ? '*' : null);
  const fault = parseFault(body['fault']);
  const isCount = times === null || (typeof times === 'number' && times >= 1);
  if (action !== 'addFault' || named === null || fault === null || !isCount) return null;
  return { action, operation: named, fault, times };
}

function parseConnect(body: Readonly<Record<string, unknown>>): ControlsCommand | null {
  const { id, user, connectionTemplateId } = body;
  const areTexts =
    typeof id === 'string' && typeof user === 'string' && typeof connectionTemplateId === 'string';
  return areTexts ? { action: 'connect', id, user, connectionTemplateId } : null;
}

function parseFault(value: unknown): Fault | null {
  if (!isRecord(value)) return null;
  const { kind } = value;
  switch (kind) {
    case 'dropBefore':
    case 'dropAfter':
    case 'truncated':
    case 'html':
    case 'hang':
      return { kind };
    case 'latency':
    case 'commitLater':
      return withNumber(value['ms'], (ms) => ({ kind, ms }));
    case 'rateLimited':
      return withNumber(value['retryAfterSeconds'], (seconds) => {
        return { kind, retryAfterSeconds: seconds };
      });
    case 'status':
      return withNumber(value['status'], (status) => ({ kind, status }));
    default:
      return null;
  }
}

function withNumber(value: unknown, toFault: (value: number) => Fault): Fault | null {
  return typeof value === 'number' && value >= 0 ? toFault(value) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
