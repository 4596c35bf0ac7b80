import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// One of the projects renders everything in StrictMode: effects run twice, so one that is not
// undone by its clean-up shows.
configure({
  reactStrictMode: process.env['STRICT_MODE'] === 'on',
  // The first test of a file waits for the whole stack to be compiled; none waits for a clock.
  asyncUtilTimeout: 10_000,
});

// Testing Library cleans up by itself only where `afterEach` is a global; the page is the same for
// all files of a worker.
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  sessionStorage.clear();
});
