import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface RealPlatformSettings {
  readonly organisationId: string;
  readonly auth:
    | { readonly type: 'apiKey'; readonly apiKey: string }
    | { readonly type: 'signingKey'; readonly keyId: string; readonly privateKey: string };
  readonly projectId: string;
  readonly environmentId: string;
  /** External id of the user whom the demo signs in. */
  readonly userId: string;
  readonly baseUrl?: string;
}

/**
 * Selects the platform: the emulated one if no variable is set, else the real one. `invalid`
 * says in one line which variable is missing or cannot be used.
 */
export type DemoSettings =
  | { readonly platform: 'emulated' }
  | ({ readonly platform: 'real' } & RealPlatformSettings)
  | { readonly platform: 'invalid'; readonly reason: string };

/** Reads the `VERSORI_…` variables, which `.env.example` explains. An empty one counts as unset. */
export function readSettings(env: Environment): DemoSettings {
  const isAnySet = Object.keys(env).some((name) => name.startsWith('VERSORI_') && env[name]);
  if (!isAnySet) return { platform: 'emulated' };
  try {
    const baseUrl = env['VERSORI_BASE_URL'];
    return {
      platform: 'real',
      organisationId: need(env, 'VERSORI_ORGANISATION_ID'),
      auth: readAuth(env),
      projectId: need(env, 'VERSORI_PROJECT_ID'),
      environmentId: need(env, 'VERSORI_ENVIRONMENT_ID'),
      userId: need(env, 'VERSORI_USER_ID'),
      ...(baseUrl && { baseUrl }),
    };
  } catch (error) {
    if (error instanceof SettingsError) return { platform: 'invalid', reason: error.message };
    throw error;
  }
}

class SettingsError extends Error {}

function need(env: Environment, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new SettingsError(
    `${name} is missing, so the demo cannot reach the real platform. Set it in .env (see .env.example), or unset every VERSORI_ variable for the emulated platform.`,
  );
}

function readAuth(env: Environment): RealPlatformSettings['auth'] {
  const keyId = env['VERSORI_SIGNING_KEY_ID'];
  if (!keyId) return { type: 'apiKey', apiKey: need(env, 'VERSORI_API_KEY') };
  const file = env['VERSORI_SIGNING_KEY_FILE'];
  const text = file ? readKey(file) : need(env, 'VERSORI_SIGNING_KEY');
  return { type: 'signingKey', keyId, privateKey: text.replaceAll('\\n', '\n') };
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(
      `VERSORI_SIGNING_KEY_FILE cannot be read (${reason}). It must name a PKCS#8 PEM file.`,
    );
  }
}
