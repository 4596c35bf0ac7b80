// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from '../../../src/domain/page.js';
import type {
  VariableOption,
  VariableOptions,
  VariableOptionsRequest,
} from '../../../src/widget/options/variableOptions.js';
import { show } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

describe('options of the host', () => {
  const first = {
    items: [
      { value: 1, label: 'London' },
      { value: 2, label: 'Leeds' },
    ],
    next: 'p2',
  };

  it('are read when they are asked for, page by page, and found by typing', async () => {
    const requests: VariableOptionsRequest[] = [];
    const variableOptions: VariableOptions = {
      '/a': (request) => {
        requests.push(request);
        if (request.search !== '') return Promise.resolve({ items: [{ value: 3, label: 'York' }] });
        return Promise.resolve(
          request.after === 'p2' ? { items: [{ value: 4, label: 'Bath' }] } : first,
        );
      },
    };
    const { user, submitted, submit } = show(
      { type: 'integer', title: 'Warehouse' },
      { variableOptions },
    );
    const warehouse = await screen.findByRole('combobox', { name: 'Warehouse' });
    expect(requests).toEqual([]);
    await user.click(warehouse);
    await user.click(await screen.findByRole('option', { name: 'Leeds' }));
    expect(warehouse).toHaveValue('Leeds');
    expect(requests[0]).toMatchObject({ search: '', values: {} });
    await user.click(warehouse);
    await user.click(await screen.findByRole('button', { name: 'Show more options' }));
    expect(await screen.findByRole('option', { name: 'Bath' })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: 'Leeds' })).toHaveAttribute('aria-selected', 'true');
    await user.keyboard('yo');
    await user.click(await screen.findByRole('option', { name: 'York' }));
    expect(requests.at(-1)).toMatchObject({ search: 'yo', values: { a: 2 } });
    await submit();
    expect(submitted).toEqual([{ a: 3 }]);
    expect(warehouse).toHaveValue('York');
  });

  it('are chosen only from what was found for the text that stands there', async () => {
    let answer: (page: Page<VariableOption>) => void = () => undefined;
    const found = new Promise<Page<VariableOption>>((resolve) => {
      answer = resolve;
    });
    const { user, submitted, submit } = show(
      { type: 'string', title: 'City' },
      {
        variableOptions: {
          '/a': ({ search }) =>
            search === ''
              ? Promise.resolve({ items: [{ value: 'AMS', label: 'Amsterdam' }] })
              : found,
        },
      },
    );
    const city = await screen.findByRole('combobox', { name: 'City' });
    await user.click(city);
    await screen.findByRole('option', { name: 'Amsterdam' });
    await user.keyboard('London{ArrowDown}{Enter}');
    expect(city).toHaveValue('London');
    expect(city).not.toHaveAttribute('aria-activedescendant');
    expect(screen.queryByRole('option')).not.toBeInTheDocument();
    expect(screen.getByText('Loading…')).toBeInTheDocument();
    answer({ items: [{ value: 'LDN', label: 'London' }] });
    const london = await screen.findByRole('option', { name: 'London' });
    expect(city).toHaveAttribute('aria-activedescendant', london.id);
    await user.keyboard('{Enter}');
    await submit();
    expect(submitted).toEqual([{ a: 'LDN' }]);
  });

  it('say that they failed, and can be asked for again', async () => {
    let isDown = true;
    const variableOptions: VariableOptions = {
      '/a': () => {
        if (isDown) throw new Error('down');
        return Promise.resolve({ items: [] });
      },
    };
    const { user } = show(
      { type: 'string', title: 'Warehouse' },
      { variableOptions, defaultValues: { a: 'LDN-1' } },
    );
    const warehouse = await screen.findByRole('combobox', { name: 'Warehouse' });
    expect(warehouse).toHaveValue('LDN-1');
    await user.click(warehouse);
    expect(await screen.findByText("We couldn't load the options.")).toBeInTheDocument();
    isDown = false;
    await user.tab();
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('No option matches')).toBeInTheDocument();
  });
});
