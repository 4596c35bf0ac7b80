import {
  createOnboardingHandler,
  type OnboardingHandler,
} from '../server/createOnboardingHandler.js';
import type { ErrorContext, LogEntry } from '../server/options.js';
import { type ConnectedStore, connectStore } from './connectStore.js';
import { createIdentifyJwt } from './identifyJwt.js';
import { createIdentifySigned } from './identifySigned.js';
import { toConfigError } from './configError.js';
import type { SidecarConfig } from './sidecarConfig.js';

/** Where the sidecar's lines go, and what time it is. */
export interface SidecarSurroundings {
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Sidecar {
  /** The host API below its base path, and the health. */
  readonly handler: OnboardingHandler;
  close(): Promise<void>;
}

/** @throws {ConfigError} where the configuration cannot work. */
export async function createSidecar(
  config: SidecarConfig,
  { print, printError, now }: SidecarSurroundings,
): Promise<Sidecar> {
  const { user, handler: options, healthPath, log } = config;
  const onError = (error: Error, context?: ErrorContext): void =>
    printError(JSON.stringify({ event: 'error', ...context, message: error.message }));
  const store = await connectStore(config.idempotencyStore, onError);
  const handler = makeHandler({
    ...options,
    identify: user.from === 'jwt' ? createIdentifyJwt(user, now) : createIdentifySigned(user, now),
    ...(store.store !== undefined && { idempotencyStore: store.store }),
    ...(log === 'json' && { log: (entry: LogEntry) => print(JSON.stringify(entry)) }),
    onError,
  });
  return {
    handler: (request) => {
      const isHealth = new URL(request.url).pathname === healthPath;
      return isHealth ? Promise.resolve(toHealth(store)) : handler(request);
    },
    close: () => store.close(),
  };
}

function makeHandler(options: Parameters<typeof createOnboardingHandler>[0]): OnboardingHandler {
  try {
    return createOnboardingHandler(options);
  } catch (error) {
    throw toConfigError(error);
  }
}

function toHealth(store: ConnectedStore): Response {
  const isReady = store.isReady();
  const status = isReady ? 'ok' : 'no store';
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json({ status }, { status: isReady ? 200 : 503, headers });
}
