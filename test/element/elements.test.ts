import { expect, it } from 'vitest';

it('may be imported by a page that a server renders, which has no elements', async () => {
  expect(typeof HTMLElement).toBe('undefined');
  const { IntegrationHubElement, OnboardingElement } = await import('../../src/element.js');
  expect([typeof OnboardingElement, typeof IntegrationHubElement]).toEqual([
    'function',
    'function',
  ]);
});
