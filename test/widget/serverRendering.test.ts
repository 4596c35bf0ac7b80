import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import { createHttpBackend, OnboardingWidget } from '../../src/index.js';

it('renders on a server, where there is no window, without a word of complaint', () => {
  const complaints = vi.spyOn(console, 'error');
  const backend = createHttpBackend({ baseUrl: '/api/onboarding' });
  const markup = renderToString(
    createElement(OnboardingWidget, { backend, environmentId: 'e', userKey: 'u', locale: 'ar' }),
  );
  expect(markup).toContain('dir="rtl"');
  expect(complaints).not.toHaveBeenCalled();
});
