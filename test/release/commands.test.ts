import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRecipes } from './commands.js';
import { listExamples } from './listExamples.js';

const readme = `
\`\`\`sh
npm install
npx react-versori-onboarding emulator # in a terminal of its own
npm run dev # http://localhost:3000
\`\`\`

\`\`\`sh
npm run build
npm start # http://localhost:3000
\`\`\`
`;

describe('the README of an example', () => {
  it('says what to type, block by block, and where the page is', () => {
    expect(readRecipes(readme)).toEqual([
      {
        commands: ['npm install'],
        emulator: 'npx react-versori-onboarding emulator',
        server: 'npm run dev',
        url: 'http://localhost:3000',
      },
      {
        commands: ['npm run build'],
        emulator: undefined,
        server: 'npm start',
        url: 'http://localhost:3000',
      },
    ]);
  });

  it('is refused without a command, or without a URL', () => {
    expect(() => readRecipes('Type `npm start`.')).toThrow('no shell commands');
    expect(() => readRecipes('```sh\nnpm start\n```')).toThrow('at which URL');
  });

  it.each(listExamples())('is one that can be followed: %s', (name) => {
    const text = readFileSync(`examples/${name}/README.md`, 'utf8');
    expect(readRecipes(text).length).toBeGreaterThan(0);
  });
});
