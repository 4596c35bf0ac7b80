// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { show } from './show.js';

afterEach(cleanup);

const LONG = 'Where the orders of the day are stored until they are sent. '.repeat(10);

describe('the description of a field', () => {
  it('links to the web in a new tab that cannot reach this one', () => {
    show({
      title: 'Token',
      type: 'string',
      description: 'See <a href="https://example.com/docs" onclick="steal()">the docs</a>.',
    });
    const link = screen.getByRole('link', { name: 'the docs' });
    expect(link).toHaveAttribute('href', 'https://example.com/docs');
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    expect(link.getAttributeNames().sort()).toEqual(['href', 'rel', 'target']);
    expect(screen.getByLabelText('Token')).toHaveAccessibleDescription('optional See the docs.');
  });

  it('runs nothing that its author wrote', () => {
    const { container } = show({
      title: 'Token',
      type: 'string',
      description:
        '<img src=x onerror="steal()"><script>steal()</script><a href="javascript:steal()">here</a>',
    });
    expect(container.querySelector('img, script, a')).toBeNull();
    expect(screen.getByLabelText('Token')).toHaveAccessibleDescription('optional steal()here');
  });

  it('is drawn with its lists and code, and read out as text', () => {
    const { container } = show({
      title: 'Depot',
      type: 'string',
      description: 'One of:\n- `LDN-1`\n- **Leeds**',
    });
    expect(container.querySelectorAll('li')).toHaveLength(2);
    expect(container.querySelector('code')).toHaveTextContent('LDN-1');
    expect(container.querySelector('strong')).toHaveTextContent('Leeds');
  });

  it('is folded where it is long, and still read out as a whole', async () => {
    const { user, container } = show({ title: 'Depot', type: 'string', description: LONG });
    const button = screen.getByRole('button', { name: 'Show more about Depot' });
    const text = container.querySelector('[data-onb-part="description"]');
    expect(text).toHaveAttribute('data-state', 'folded');
    expect(screen.getByLabelText('Depot')).toHaveAccessibleDescription(`optional ${LONG.trim()}`);
    await user.click(button);
    expect(text).toHaveAttribute('data-state', 'open');
    expect(screen.getByRole('button', { name: 'Show less about Depot' })).toHaveFocus();
  });

  it('opens where a link in it gets the focus', async () => {
    const { user, container } = show({
      title: 'Depot',
      type: 'string',
      description: `${LONG} https://example.com/depots`,
    });
    await user.tab();
    expect(screen.getByRole('link')).toHaveFocus();
    const text = container.querySelector('[data-onb-part="description"]');
    expect(text).toHaveAttribute('data-state', 'open');
  });

  it.each([
    ['date', '2026-03-05'],
    ['date-time', '2026-03-05T09:30:00Z'],
    ['hostname', 'shop.example.com'],
  ])('says what a %s looks like before anything is wrong', (format, example) => {
    show({ title: 'Value', type: 'string', format });
    expect(screen.getByLabelText('Value')).toHaveAccessibleDescription(
      `optional For example: ${example}`,
    );
  });
});
