// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/domain/json.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';

afterEach(cleanup);

const names = Array.from({ length: 12 }, (_, index) => `Setting ${index + 1}`);

interface Showing {
  readonly user: UserEvent;
  readonly submitted: JsonObject[];
  readonly submit: () => Promise<void>;
}

function showSettings(
  of: (name: string) => JsonObject,
  defaultValues: JsonObject = {},
  required: readonly string[] = [],
): Showing {
  const submitted: JsonObject[] = [];
  const user = userEvent.setup();
  const properties = Object.fromEntries(names.map((name) => [name, of(name)]));
  render(
    <VariablesFormBody
      schema={{ type: 'object', properties, required }}
      defaultValues={defaultValues}
      onSubmit={(values) => submitted.push(values)}
    />,
  );
  const submit = (): Promise<void> => user.click(screen.getByRole('button', { name: 'Save' }));
  return { user, submitted, submit };
}

describe('optional settings beyond eight', () => {
  it('are folded until they are asked for, and then filled in as all others', async () => {
    const { user, submitted, submit } = showSettings(() => ({ type: 'string' }));
    expect(screen.getByLabelText('Setting 8')).toBeVisible();
    expect(screen.queryByLabelText('Setting 9')).not.toBeInTheDocument();
    await user.click(screen.getByText('More settings · 4'));
    await user.type(await screen.findByLabelText('Setting 12'), 'x');
    await submit();
    expect(submitted).toEqual([{ 'Setting 12': 'x' }]);
  });

  it('are all shown where they must be filled in', () => {
    showSettings(() => ({ type: 'string' }), {}, names);
    expect(screen.getByLabelText('Setting 12')).toBeVisible();
    expect(screen.queryByText(/More settings/)).not.toBeInTheDocument();
  });

  it('are open where one of them holds a value', () => {
    showSettings(() => ({ type: 'string' }), { 'Setting 11': 'mine' });
    expect(screen.getByLabelText('Setting 11')).toBeVisible();
  });

  it('stay folded over values that are their defaults, and send them', async () => {
    const { submitted, submit } = showSettings((name) => ({ type: 'string', default: name }));
    expect(screen.queryByLabelText('Setting 11')).not.toBeInTheDocument();
    await submit();
    expect(submitted).toEqual([Object.fromEntries(names.map((name) => [name, name]))]);
  });

  it('open at an error, with the focus in its field, each time', async () => {
    const { user, submit } = showSettings((name) => ({
      type: 'string',
      ...(name === 'Setting 10' && { pattern: '^a', default: 'a' }),
    }));
    await user.click(screen.getByText('More settings · 4'));
    await user.clear(await screen.findByLabelText('Setting 10'));
    await user.type(screen.getByLabelText('Setting 10'), 'b');
    await user.click(screen.getByText('More settings · 4'));
    await submit();
    expect(screen.getByLabelText('Setting 10')).toBeVisible();
    expect(screen.getByLabelText('Setting 10')).toHaveFocus();
    await user.click(screen.getByText('More settings · 4'));
    await user.click(screen.getByRole('link', { name: /^Setting 10: / }));
    expect(screen.getByLabelText('Setting 10')).toBeVisible();
    expect(screen.getByLabelText('Setting 10')).toHaveFocus();
  });

  it('open at what the platform refuses in a field that was never on the page', () => {
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
    const form = { schema: { type: 'object', properties }, onSubmit: () => undefined };
    const { rerender } = render(<VariablesFormBody {...form} />);
    expect(screen.queryByLabelText('Setting 10')).not.toBeInTheDocument();
    const refusals = [{ path: '/Setting 10', message: 'Not in your plan' }];
    rerender(<VariablesFormBody {...form} refusals={refusals} />);
    expect(screen.getByLabelText('Setting 10')).toHaveAccessibleDescription(
      'optional Not in your plan',
    );
  });
});

describe('a setting that is no longer in use', () => {
  it('is folded however few there are, and open where it holds a value', () => {
    const schema = {
      type: 'object',
      properties: { Old: { type: 'string', deprecated: true }, New: { type: 'string' } },
    };
    const { unmount } = render(<VariablesFormBody schema={schema} onSubmit={() => undefined} />);
    expect(screen.queryByLabelText('Old')).not.toBeInTheDocument();
    expect(screen.getByText('More settings · 1')).toBeVisible();
    unmount();
    render(
      <VariablesFormBody schema={schema} defaultValues={{ Old: 'x' }} onSubmit={() => undefined} />,
    );
    expect(screen.getByLabelText('Old')).toBeVisible();
  });
});
