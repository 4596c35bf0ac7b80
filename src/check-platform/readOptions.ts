import { readFileSync } from 'node:fs';
import { parseArgs, parseEnv } from 'node:util';
import type { PlatformOptions } from '../server/options.js';
import { type PlatformSettings, toSettings } from '../server/settings.js';

export interface CheckPlatformOptions {
  readonly platform: PlatformSettings;
  /** External id of the user whose connections and activations are read; `null`: nobody's. */
  readonly userId: string | null;
  /** Only this project; `null`: all that the platform lists. */
  readonly projectId: string | null;
  /** Where the report is written; `null`: nowhere. */
  readonly reportFile: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const usage =
  'npx react-versori-onboarding check-platform [--user <external id>] [--project <id>] [--report <file>] [--env-file <file>]';

/**
 * Reads flags and `VERSORI_…` variables; the environment wins over the file, and an empty variable
 * counts as unset.
 *
 * @throws {Error} One line that names the flag or variable, and quotes no secret.
 */
export function readOptions(
  args: readonly string[],
  environment: Environment,
): CheckPlatformOptions {
  const { user, project, report, 'env-file': file } = parseFlags(args);
  const variables = { ...readEnvFile(file), ...withoutEmpty(environment) };
  const platform = toPlatformSettings(variables);
  const userId = user ?? variables['VERSORI_USER_ID'] ?? null;
  if (userId === null && platform.auth.type === 'signingKey') {
    throw new Error(
      'With a signing key each call is made as an end user: pass --user <external id>, or set VERSORI_USER_ID.',
    );
  }
  return {
    platform,
    userId,
    projectId: project ?? variables['VERSORI_PROJECT_ID'] ?? null,
    reportFile: report ?? null,
  };
}

interface Flags {
  readonly user?: string;
  readonly project?: string;
  readonly report?: string;
  readonly 'env-file'?: string;
}

function parseFlags(args: readonly string[]): Flags {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        user: { type: 'string' },
        project: { type: 'string' },
        report: { type: 'string' },
        'env-file': { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new Error(`${reason}. Use: ${usage}`, { cause: error });
  }
}

/** A `.env` need not be there; a file that was asked for must. */
function readEnvFile(file: string | undefined): Environment {
  try {
    return withoutEmpty(parseEnv(readFileSync(file ?? '.env', 'utf8')));
  } catch (error) {
    if (file === undefined) return {};
    throw new Error(`The file of --env-file cannot be read: ${file}`, { cause: error });
  }
}

function withoutEmpty(variables: Environment): Environment {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
}

function toPlatformSettings(variables: Environment): PlatformSettings {
  const baseUrl = variables['VERSORI_BASE_URL'];
  const platform: PlatformOptions = {
    organisationId: need(variables, 'VERSORI_ORGANISATION_ID'),
    auth: toAuth(variables),
    ...(baseUrl !== undefined && { baseUrl }),
  };
  try {
    return toSettings({ basePath: '/', platform, integrations: [], identify: () => null }).platform;
  } catch (error) {
    throw new Error(toVariableNames(error), { cause: error });
  }
}

function toAuth(variables: Environment): PlatformOptions['auth'] {
  const keyId = variables['VERSORI_SIGNING_KEY_ID'];
  if (keyId === undefined) {
    const apiKey = need(variables, 'VERSORI_API_KEY', ', or VERSORI_SIGNING_KEY_ID with its key');
    return { type: 'apiKey', apiKey };
  }
  const file = variables['VERSORI_SIGNING_KEY_FILE'];
  const privateKey =
    file === undefined ? need(variables, 'VERSORI_SIGNING_KEY') : readKeyFile(file);
  return { type: 'signingKey', keyId, privateKey };
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`The file of VERSORI_SIGNING_KEY_FILE cannot be read: ${file}`, {
      cause: error,
    });
  }
}

function need(variables: Environment, name: string, otherwise = ''): string {
  const value = variables[name];
  if (value !== undefined) return value;
  throw new Error(`${name} is missing: set it in the environment or in .env${otherwise}.`);
}

/** The handler's own checks name its options; here the values come from variables. */
const optionVariables: readonly (readonly [option: string, variable: string])[] = [
  ['platform.organisationId', 'VERSORI_ORGANISATION_ID'],
  ['platform.auth.apiKey', 'VERSORI_API_KEY'],
  ['platform.auth.keyId', 'VERSORI_SIGNING_KEY_ID'],
  ['platform.auth.privateKey', 'The signing key'],
  ['platform.baseUrl', 'VERSORI_BASE_URL'],
];

function toVariableNames(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return optionVariables.reduce(
    (text, [option, variable]) => text.replace(option, variable),
    message.replace('createOnboardingHandler: ', ''),
  );
}
