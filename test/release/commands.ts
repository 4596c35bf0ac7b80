/** What the README of an example says to type, in order; the last of them serves the page. */
export interface Recipe {
  /** They end by themselves. */
  readonly commands: readonly string[];
  /** It goes on in a terminal of its own. */
  readonly emulator: string | undefined;
  readonly server: string;
  readonly url: string;
}

const shellBlocks = /^```sh\n(?<block>[^]*?)^```$/gm;
const serverLine = /^(?<command>.+?) +# (?<url>http:\/\/\S+)$/;
const emulatorLine = /^npx react-versori-onboarding emulator\b/;

/**
 * Reads the recipes of a README: one a block of shell commands.
 *
 * @throws {Error} Where there is none, or one does not end with a line such as `npm start # http://…`.
 */
export function readRecipes(readme: string): Recipe[] {
  const blocks = [...readme.matchAll(shellBlocks)].map((match) => match.groups?.['block'] ?? '');
  if (blocks.length === 0) throw new Error('The README has no shell commands.');
  return blocks.map(toRecipe);
}

function toRecipe(block: string): Recipe {
  const lines = block.trim().split('\n');
  const { command, url } = serverLine.exec(lines.pop() ?? '')?.groups ?? {};
  if (command === undefined || url === undefined) {
    throw new Error(`The last command does not say at which URL it serves:\n${block}`);
  }
  const plain = lines.map((line) => line.replace(/ +#.*$/, ''));
  return {
    commands: plain.filter((line) => !emulatorLine.test(line)),
    emulator: plain.find((line) => emulatorLine.test(line)),
    server: command,
    url,
  };
}
