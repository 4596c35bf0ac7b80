import type { ErrorContext, LogEntry } from './options.js';
import { toError } from './runtime.js';
import type { Settings } from './settings.js';

/** Tells the host what happened. A reporter of the host's that throws changes no answer. */
export interface Reporter {
  log(entry: LogEntry): void;
  error(error: unknown, context: ErrorContext): void;
  /** Something in the host's configuration cannot work: both to the log and as an error. */
  misconfigured(message: string, context: ErrorContext): void;
}

export function createReporter({
  log,
  onError = printError,
}: Pick<Settings, 'log' | 'onError'>): Reporter {
  function error(thrown: unknown, context: ErrorContext): void {
    attempt(() => onError(toError(thrown), context));
  }
  return {
    log: (entry) => attempt(() => log?.(entry)),
    error,
    misconfigured(text, context) {
      const message = toPrintable(text);
      attempt(() => log?.({ event: 'misconfigured', ...context, message }));
      error(new Error(message), context);
    },
  };
}

/** A host that says nothing about errors still finds them where a server's errors go. */
function printError(error: Error, { requestId, operation }: ErrorContext): void {
  console.error(
    `react-versori-onboarding: ${operation ?? 'request'} ${requestId}: ${toPrintable(error.message)}`,
  );
}

/** Spells control characters and line ends out, so that no text forges a line of the log. */
function toPrintable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function attempt(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    console.error(
      'react-versori-onboarding: log or onError threw:',
      toPrintable(toError(error).message),
    );
  }
}
