/** One command: its own flags in, the exit code out. Throws one line on wrong usage. */
interface Command {
  readonly flags: string;
  readonly purpose: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  emulator: {
    flags: '[--port 8901] [--data example|hostile]',
    purpose: 'serves an emulated platform in memory, for development and tests',
    run: async (args) => (await import('../emulator/serve.js')).runEmulator(args),
  },
  'check-backend': {
    flags: '<url> [--header "Name: value"]… [--write]',
    purpose: 'checks that a backend keeps the promises of the host API',
    run: async (args) =>
      (await import('../check-backend/runCheckBackend.js')).runCheckBackend(args),
  },
  'check-platform': {
    flags: '[--user <external id>] [--project <id>] [--report <file>] [--env-file <file>]',
    purpose:
      'reads what your key sees of the real platform, changes nothing, and says what is not as it should be\n' +
      '  needs VERSORI_ORGANISATION_ID and VERSORI_API_KEY (or VERSORI_SIGNING_KEY_ID with\n' +
      '  VERSORI_SIGNING_KEY or VERSORI_SIGNING_KEY_FILE) in the environment or in .env',
    run: async (args) =>
      (await import('../check-platform/runCheckPlatform.js')).runCheckPlatform(args),
  },
  serve: {
    flags: '--config onboarding.json [--check]',
    purpose:
      'serves the host API behind your own proxy, which says who is signed in: a backend for any stack\n' +
      '  --check reads the configuration and serves nothing',
    run: async (args) => (await import('../sidecar/runServe.js')).runServe(args),
  },
};

/** Runs the command that the first argument names. Resolves with the exit code; 2 on wrong usage. */
export async function runCommand([name, ...args]: readonly string[]): Promise<number> {
  if (name === '--help' || name === 'help') return print('stdout', describeCommands(), 0);
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (name === undefined || command === undefined) {
    const given = name === undefined ? 'No command' : `There is no command "${name}"`;
    return print('stderr', `${given}.\n\n${describeCommands()}`, 2);
  }
  if (args.includes('--help')) return print('stdout', describe(name, command), 0);
  try {
    return await command.run(args);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return print('stderr', reason, 2);
  }
}

function print(stream: 'stdout' | 'stderr', text: string, exitCode: number): number {
  process[stream].write(`${text}\n`);
  return exitCode;
}

function describeCommands(): string {
  return Object.entries(commands)
    .map(([name, command]) => describe(name, command))
    .join('\n\n');
}

function describe(name: string, command: Command): string {
  return `npx react-versori-onboarding ${name} ${command.flags}\n  ${command.purpose}`;
}
