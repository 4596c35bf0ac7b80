import type { Decision } from './behaviour.js';

const choices: readonly (readonly [Decision, string])[] = [
  ['allow', 'Allow'],
  ['deny', 'Deny'],
  ['error', 'Fail'],
  ['slow', 'Allow slowly'],
];

/** The page on which a user decides. A state holds letters and digits alone. */
export function toConsentPage(state: string): string {
  const buttons = choices.map(
    ([decision, label]) => `<button name="decision" value="${decision}">${label}</button>`,
  );
  return `
      <h1>Sign in to the pretended provider</h1>
      <p>An integration asks for access to your account.</p>
      <form action="decide">
        <input type="hidden" name="state" value="${state}">
        ${buttons.join('\n        ')}
      </form>`;
}
