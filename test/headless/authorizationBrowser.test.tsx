import { afterEach, expect, it, vi } from 'vitest';
import { createPageBrowser } from '../../src/headless/authorizationBrowser.js';

afterEach(() => {
  vi.restoreAllMocks();
});

it('takes it for blocked where the browser throws in place of opening a window', () => {
  vi.spyOn(window, 'open').mockImplementation(() => {
    throw new DOMException('The object does not support the operation.', 'InvalidAccessError');
  });
  expect(createPageBrowser().openWindow()).toBeNull();
});
