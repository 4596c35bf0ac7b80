import { expect, it, vi } from 'vitest';
import { screen, waitFor } from '@testing-library/react';
import type { Appearance } from '../../../src/index.js';
import { renderWidget } from '../../support/renderWidget.js';

it('names a part and a custom property that do not exist, and is silent about those that do', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const appearance = {
    classNames: { contnue: 'mine', continue: 'mine' },
    variables: { '--onb-color-acent': 'red', '--onb-color-accent': 'red' },
  } as Appearance;
  renderWidget({ props: { appearance } });
  await screen.findAllByRole('radio');
  await waitFor(() => expect(warn).toHaveBeenCalledTimes(2));
  const told = warn.mock.calls.flat().join('\n');
  expect(told).toContain('appearance.classNames has an entry for "contnue"');
  expect(told).toContain('appearance.variables has an entry for "--onb-color-acent"');
  warn.mockRestore();
});
