import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/runCommand.js';

let printed: { out: string; error: string };

beforeEach(() => {
  printed = { out: '', error: '' };
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.error += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the command line', () => {
  it('tells its commands, their flags and what they are for', async () => {
    expect(await runCommand(['--help'])).toBe(0);
    expect(printed.out).toMatch(/onboarding emulator \[--port 8901\]/);
    expect(printed.out).toMatch(/onboarding serve --config onboarding\.json/);
    expect(printed.out).toMatch(/onboarding check-platform \[--user/);
    expect(printed.out).toMatch(/onboarding check-backend <url>.*\n {2}checks that a backend/);
  });

  it('tells of one command alone, where that is asked', async () => {
    expect(await runCommand(['check-backend', '--help'])).toBe(0);
    expect(printed.out).toContain('check-backend <url>');
    expect(printed.out).not.toContain('emulator');
  });

  it.each([
    [[], 'No command.'],
    [['chek-backend'], 'There is no command "chek-backend".'],
    [['toString'], 'There is no command "toString".'],
  ])('that names no command says which there are: %j', async (args, reason) => {
    expect(await runCommand(args)).toBe(2);
    expect(printed.error).toContain(reason);
    expect(printed.error).toContain('check-backend <url>');
  });

  it('says in one line what is wrong with the arguments of a command', async () => {
    expect(await runCommand(['check-backend', '/api'])).toBe(2);
    expect(printed.error).toMatch(/^"\/api" is no http\(s\) URL.*\n$/);
  });
});
