// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { show, type Shown } from './show.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

const months = Array.from({ length: 60 }, (_, n) => `month ${n}`);

async function showMonths(
  given: JsonObject = {},
  isRequired = false,
): Promise<Shown & { readonly combobox: HTMLElement }> {
  const shown = show({ title: 'Month', enum: months }, { defaultValues: given }, isRequired);
  return { ...shown, combobox: await screen.findByRole('combobox', { name: 'Month' }) };
}

const getActive = (combobox: HTMLElement): string | null | undefined =>
  document.querySelector(`[id="${combobox.getAttribute('aria-activedescendant') ?? ''}"]`)
    ?.textContent;

describe('a list of more than fifty options', () => {
  it('is found by typing, and lays out a hundred of ten thousand', async () => {
    const options = Array.from({ length: 10_000 }, (_, n) => `option ${n}`);
    const { user, submitted, submit } = show({ title: 'Item', enum: options });
    const combobox = await screen.findByRole('combobox', { name: 'Item' });
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    await user.click(combobox);
    expect(combobox).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getAllByRole('option')).toHaveLength(101);
    expect(screen.getByText(/^Showing the first 100 of 10,000/)).toBeInTheDocument();
    await user.keyboard('9876');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('option', { name: 'option 9876' }));
    expect(combobox).toHaveFocus();
    expect(combobox).toHaveValue('option 9876');
    await submit();
    expect(submitted).toEqual([{ a: 'option 9876' }]);
  });

  it('is chosen from by keys alone, which never send the form while it is open', async () => {
    const { user, submitted, combobox } = await showMonths({ a: 'month 3' });
    await user.tab();
    expect(combobox).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(getActive(combobox)).toBe('month 3');
    await user.keyboard('{ArrowDown}{PageDown}{ArrowUp}');
    expect(getActive(combobox)).toBe('month 13');
    await user.keyboard('{Enter}');
    expect(combobox).toHaveValue('month 13');
    expect(combobox).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{ArrowDown}{PageUp}{PageUp}');
    expect(getActive(combobox)).toBe('Not set');
    await user.keyboard('{PageDown>7/}');
    expect(getActive(combobox)).toBe('month 59');
    expect(submitted).toEqual([]);
    await user.keyboard('{Enter}{Enter}');
    expect(submitted).toEqual([{ a: 'month 59' }]);
  });

  it('offers the first match, and says where there is none', async () => {
    const { user, submitted, submit, combobox } = await showMonths();
    await user.type(combobox, 'MONTH 4');
    expect(getActive(combobox)).toBe('month 4');
    await user.keyboard('x');
    expect(screen.getByText('No option matches')).toBeInTheDocument();
    expect(combobox).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('{Enter}');
    expect(combobox).toHaveValue('');
    await submit();
    expect(submitted).toEqual([{}]);
  });

  it('goes back to what was chosen with Escape, and when a word is left half typed', async () => {
    const { user, combobox } = await showMonths({ a: 'month 3' });
    await user.click(combobox);
    await user.keyboard('1{Escape}');
    expect(combobox).toHaveValue('month 3');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
    await user.clear(combobox);
    await user.keyboard('mon');
    await user.tab();
    expect(combobox).toHaveValue('month 3');
  });

  it('takes a name that is typed in full, and nothing for an empty text', async () => {
    const { user, submitted, submit, combobox } = await showMonths({ a: 'month 3' });
    await user.clear(combobox);
    await user.keyboard('Month 12');
    await submit();
    await user.clear(combobox);
    await submit();
    expect(submitted).toEqual([{ a: 'month 12' }, {}]);
  });

  it('must be chosen from where it is required', async () => {
    const { user, submitted, submit, combobox } = await showMonths({}, true);
    await user.click(combobox);
    expect(screen.queryByRole('option', { name: 'Not set' })).not.toBeInTheDocument();
    await user.tab();
    expect(combobox).toBeInvalid();
    expect(combobox).toHaveAccessibleDescription('Choose Month');
    await submit();
    expect(combobox).toHaveFocus();
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(combobox).toBeValid();
    await submit();
    expect(submitted).toEqual([{ a: 'month 0' }]);
  });

  it('does not open where it is only to be read', async () => {
    const { user } = show(
      { title: 'Month', enum: months, readOnly: true },
      { defaultValues: { a: 'month 3' } },
    );
    await user.click(await screen.findByRole('combobox', { name: 'Month' }));
    await user.keyboard('{ArrowDown}');
    expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  });
});
