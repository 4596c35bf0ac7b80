// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { show } from './show.js';

afterEach(cleanup);

describe('the words of the schema', () => {
  it('say what a value looks like, and that a field is no longer in use', async () => {
    const { user } = show({
      type: 'string',
      title: 'Code',
      description: 'On each label.',
      examples: ['LDN-1', 'MAN-2'],
      deprecated: true,
    });
    await user.click(screen.getByText('More settings · 1'));
    expect(await screen.findByLabelText('Code')).toHaveAccessibleDescription(
      'optional · No longer used On each label. For example: LDN-1, MAN-2',
    );
  });

  it.each<[string, JsonObject]>([
    ['for every fault', { errorMessage: 'Three capitals' }],
    ['for one keyword', { errorMessage: { pattern: 'Three capitals' } }],
  ])('say what is wrong, where its author gave some %s', async (_which, words) => {
    const { user } = show({ type: 'string', title: 'Code', pattern: '^[A-Z]{3}$', ...words });
    await user.type(screen.getByLabelText('Code'), 'x');
    await user.tab();
    expect(screen.getByLabelText('Code')).toHaveAccessibleDescription('optional Three capitals');
  });

  it.each<[string, JsonObject, string]>([
    ['the words for its pattern', { pattern_descriptor: 'AAA', examples: ['LDN'] }, 'AAA'],
    ['else its first example', { examples: ['LDN', 'MAN'] }, 'LDN'],
  ])('say how a refused text should look: %s', async (_which, keywords, hint) => {
    const { user } = show({ type: 'string', title: 'Code', pattern: '^[A-Z]{3}$', ...keywords });
    await user.type(screen.getByLabelText('Code'), 'x');
    await user.tab();
    expect(screen.getByText(`Use the format ${hint}`)).toBeVisible();
    expect(screen.getByLabelText('Code')).toBeInvalid();
  });

  it('ask for several lines where a text is of a media type, and keep them', async () => {
    const { user, submitted, submit } = show({
      type: 'string',
      title: 'Template',
      contentMediaType: 'text/markdown',
    });
    expect(screen.getByLabelText('Template').tagName).toBe('TEXTAREA');
    await user.type(screen.getByLabelText('Template'), '# Hello{Enter}there');
    await submit();
    expect(submitted).toEqual([{ a: '# Hello\nthere' }]);
  });

  it('offer values while the user types, and take any other', async () => {
    const { user, submitted, submit, container } = show({
      type: 'string',
      title: 'Region',
      suggestions: ['eu-west-1', 'eu-west-2', 'eu-west-1'],
    });
    const input = screen.getByRole('combobox', { name: 'Region' });
    const list = container.querySelector(`datalist[id="${input.getAttribute('list')}"]`);
    expect([...(list?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
      'eu-west-1',
      'eu-west-2',
    ]);
    await user.type(input, 'mars');
    await submit();
    expect(submitted).toEqual([{ a: 'mars' }]);
  });

  it('name fields apart that share a definition with a title', () => {
    const address = { $ref: '#/$defs/address' };
    show(true, {
      schema: {
        $defs: { address: { type: 'string', title: 'Address' } },
        properties: { billing: address, shipping: { ...address, title: 'Address' } },
      },
    });
    expect(screen.getByLabelText('Billing')).toBeVisible();
    expect(screen.getByLabelText('Address')).toBeVisible();
  });

  it('gather fields of a group under its name', () => {
    show(true, {
      schema: {
        type: 'object',
        properties: {
          host: { type: 'string', group: 'network_access' },
          key: { type: 'string' },
          port: { type: 'integer', group: 'network_access' },
        },
      },
    });
    const group = screen.getByRole('group', { name: 'Network access' });
    expect(within(group).getAllByRole('textbox')).toHaveLength(2);
    expect(group).not.toContainElement(screen.getByLabelText('Key'));
  });

  it('cannot change a value that is read only', async () => {
    const { user, submitted, submit } = show({
      type: 'string',
      title: 'Code',
      readOnly: true,
      default: 'A7',
    });
    await user.type(screen.getByLabelText('Code'), 'x');
    await submit();
    expect(submitted).toEqual([{ a: 'A7' }]);
  });
});

describe('rows', () => {
  it('are moved by keyboard alone, with the focus on the button and each move said aloud', async () => {
    const { user, submitted, submit } = show(
      { type: 'array', title: 'Tags', items: { type: 'string' } },
      { defaultValues: { a: ['one', 'two', 'three'] } },
    );
    screen.getByRole('button', { name: 'Move Tags 3 up' }).focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('Tags 3 is now number 2 of 3')).toHaveRole('status');
    expect(screen.getByRole('button', { name: 'Move Tags 2 up' })).toHaveFocus();
    await user.keyboard(' ');
    expect(screen.getByRole('button', { name: 'Move Tags 1 up' })).toHaveFocus();
    await submit();
    expect(submitted).toEqual([{ a: ['three', 'one', 'two'] }]);
  });

  it('stop at the most that the schema allows', async () => {
    const { user } = show({ type: 'array', title: 'Tags', maxItems: 1, items: { type: 'string' } });
    await user.click(screen.getByRole('button', { name: 'Add to Tags' }));
    expect(screen.queryByRole('button', { name: 'Add to Tags' })).not.toBeInTheDocument();
  });

  it('are wanted until enough of them are what the schema asks for', async () => {
    const { user, submitted, submit } = show(
      {
        type: 'array',
        title: 'Tags',
        items: { type: 'string' },
        contains: { pattern: '^eu-' },
        minContains: 2,
      },
      { defaultValues: { a: ['eu-1', 'us-1'] } },
    );
    await submit();
    expect(submitted).toEqual([]);
    expect(screen.getByRole('group', { name: /^There/ })).toHaveTextContent(
      'Tags: Add more of the required items',
    );
    await user.click(screen.getByRole('button', { name: 'Add to Tags' }));
    await user.keyboard('eu-2');
    await submit();
    expect(submitted).toEqual([{ a: ['eu-1', 'us-1', 'eu-2'] }]);
  });
});
