import '@testing-library/jest-dom/vitest';
import { cleanup, configure, prettyDOM } from '@testing-library/react';
import { afterEach } from 'vitest';

// One of the projects renders everything in StrictMode: effects run twice, so one that is not
// undone by its clean-up shows.
configure({
  reactStrictMode: process.env['STRICT_MODE'] === 'on',
  // The first test of a file waits for the whole stack to be compiled; none waits for a clock.
  asyncUtilTimeout: 10_000,
  // The default describes the page in each error. A query that waits throws one at every change of
  // the page, which took a quarter of the time of all tests; so the page is printed once, at the end.
  getElementError(message, element) {
    const error = new Error(message ?? (prettyDOM(element) || ''));
    error.name = 'TestingLibraryElementError';
    return error;
  },
});

// Testing Library cleans up by itself only where `afterEach` is a global; the page is the same for
// all files of a worker.
afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.log(prettyDOM(document.body));
  cleanup();
  document.body.replaceChildren();
  sessionStorage.clear();
});
