/** Something in the configuration that the person who wrote it has to change. */
export class ConfigError extends Error {}

/** What the handler says of an option, which is a member of the file of the same name. */
export function toConfigError(error: unknown): ConfigError {
  const message = error instanceof Error ? error.message : String(error);
  return new ConfigError(message.replace('createOnboardingHandler: ', ''), { cause: error });
}
