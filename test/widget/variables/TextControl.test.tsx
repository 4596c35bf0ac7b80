// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { show } from './show.js';

afterEach(cleanup);

const PEM = '-----BEGIN KEY-----\r\nMIIB\r\nVgIB\r\n-----END KEY-----\r\n';
const secret = { title: 'Private key', type: 'string', writeOnly: true };

describe('a paste of several lines', () => {
  it('is sent byte for byte, of a secret too', async () => {
    const { user, submitted, submit } = show(secret);
    await user.click(screen.getByLabelText('Private key'));
    await user.paste(PEM);
    const area = screen.getByLabelText('Private key');
    expect(area.tagName).toBe('TEXTAREA');
    expect(area).toHaveFocus();
    await submit();
    expect(submitted).toEqual([{ a: PEM }]);
  });

  it('stands where the cursor was, and the cursor after it', async () => {
    const { user, submitted, submit } = show({ title: 'Note', type: 'string' });
    await user.type(screen.getByLabelText('Note'), 'ad');
    await user.keyboard('{ArrowLeft}');
    await user.paste('b\nc');
    await user.keyboard('!');
    await submit();
    expect(submitted).toEqual([{ a: 'ab\nc!d' }]);
  });

  it('keeps its text area while the lines are taken out again', async () => {
    const { user } = show({ title: 'Note', type: 'string' });
    await user.click(screen.getByLabelText('Note'));
    await user.paste('a\nb');
    await user.keyboard('{Backspace}{Backspace}');
    expect(screen.getByLabelText('Note')).toHaveValue('a');
    expect(screen.getByLabelText('Note').tagName).toBe('TEXTAREA');
    expect(screen.getByLabelText('Note')).toHaveFocus();
  });

  it('leaves the line break at the end of a single line to the browser', () => {
    show({ title: 'Token', type: 'string' });
    const clipboardData = { getData: () => 'abc\n' };
    const isLeft = fireEvent.paste(screen.getByLabelText('Token'), { clipboardData });
    expect(isLeft).toBe(true);
  });

  it('changes nothing that is read only', async () => {
    const { user, submitted, submit } = show({
      title: 'Note',
      type: 'string',
      readOnly: true,
      default: 'x',
    });
    await user.click(screen.getByLabelText('Note'));
    await user.paste('a\nb');
    await submit();
    expect(submitted).toEqual([{ a: 'x' }]);
  });
});

describe('a secret', () => {
  it('is hidden until the user asks to see it, and again after that', async () => {
    const { user } = show(secret);
    const input = screen.getByLabelText('Private key');
    expect(input).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: 'Show Private key' }));
    expect(input).toHaveAttribute('type', 'text');
    await user.click(screen.getByRole('button', { name: 'Hide Private key' }));
    expect(input).toHaveAttribute('type', 'password');
  });

  it('of several lines is masked, and checked for spelling by nobody', async () => {
    const { user } = show({ ...secret, multiline: true });
    const area = screen.getByLabelText('Private key');
    expect(area.tagName).toBe('TEXTAREA');
    expect(area).toHaveAttribute('data-state', 'masked');
    expect(area).toHaveAttribute('spellcheck', 'false');
    await user.click(screen.getByRole('button', { name: 'Show Private key' }));
    expect(screen.getByLabelText('Private key')).not.toHaveAttribute('data-state');
  });
});

describe('a text of many lines', () => {
  it.each([[{ multiline: true }], [{ contentMediaType: 'text/plain' }], [{ maxLength: 4000 }]])(
    'has a text area: %j',
    (keywords) => {
      show({ title: 'Note', type: 'string', ...keywords });
      expect(screen.getByLabelText('Note').tagName).toBe('TEXTAREA');
    },
  );
});
