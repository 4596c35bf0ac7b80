// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { show } from './show.js';

afterEach(cleanup);

/** The browser's own input beside the button of the same name. */
const findNative = async (name: string): Promise<HTMLElement> => {
  const [native] = await screen.findAllByLabelText(name, { selector: 'input' });
  return native ?? document.body;
};

describe('a date with a time', () => {
  it('can be picked, and keeps the zone that was typed', async () => {
    const { user, submitted, submit } = show(
      { type: 'string', format: 'date-time', title: 'Start' },
      { defaultValues: { a: '2026-03-05T09:30:00.5+05:30' } },
    );
    expect(await screen.findByRole('button', { name: 'Choose Start' })).toBeVisible();
    await submit();
    fireEvent.change(await findNative('Choose Start'), { target: { value: '2026-04-01T08:00' } });
    await submit();
    await user.clear(screen.getByRole('textbox', { name: 'Start' }));
    await submit();
    expect(submitted).toEqual([
      { a: '2026-03-05T09:30:00.5+05:30' },
      { a: '2026-04-01T08:00:00+05:30' },
      {},
    ]);
  });

  it('has no picker where it cannot be changed', () => {
    show({ type: 'string', format: 'date', title: 'Start', readOnly: true });
    expect(screen.queryByRole('button', { name: 'Choose Start' })).not.toBeInTheDocument();
  });
});

describe('a text that can be a file', () => {
  const file = new File(['hello'], 'a b.txt', { type: 'text/plain' });

  it.each<[string, JsonObject, string]>([
    ['base64', { contentEncoding: 'base64' }, 'aGVsbG8='],
    ['a data URL', { format: 'data-url' }, 'data:text/plain;name=a%20b.txt;base64,aGVsbG8='],
    ['its text', { contentMediaType: 'text/plain' }, 'hello'],
  ])('is filled from one as %s', async (_as, keywords, text) => {
    const { user, submitted, submit } = show({ type: 'string', title: 'Logo', ...keywords });
    await user.upload(await findNative('Choose a file for Logo'), file);
    expect(await screen.findByText('Filled in from a b.txt.')).toBeVisible();
    await submit();
    expect(submitted).toEqual([{ a: text }]);
  });

  it('refuses one that is too large, and keeps what was there', async () => {
    const { user, submitted, submit } = show(
      { type: 'string', title: 'Logo', contentEncoding: 'base64' },
      { defaultValues: { a: 'YQ==' } },
    );
    const large = new File([new Uint8Array(150_001)], 'large.bin');
    await user.upload(await findNative('Choose a file for Logo'), large);
    expect(await screen.findByText(/large\.bin is too large.*up to 150 kB/)).toBeVisible();
    await submit();
    expect(submitted).toEqual([{ a: 'YQ==' }]);
  });
});

describe('a number with a unit', () => {
  it.each(['x-unit', 'unit'])('shows it beside the control: %s', (keyword) => {
    show({ type: 'number', title: 'Weight', [keyword]: 'kg' });
    expect(screen.getByText('kg')).toBeVisible();
    expect(screen.getByLabelText('Weight')).toHaveAccessibleDescription('optional kg');
  });
});
