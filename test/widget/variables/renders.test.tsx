// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { hydrateRoot } from 'react-dom/client';
import { afterEach, describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/domain/json.js';
import type { RenderVariable } from '../../../src/widget/options/renderVariable.js';
import { VariablesFormBody } from '../../../src/widget/variables/VariablesFormBody.js';

// As it is for a user by the time that such a field is in sight.
afterEach(cleanup);

const schema: JsonSchema = {
  type: 'object',
  properties: {
    a: { type: 'string', title: 'A', minLength: 2 },
    b: { type: 'string', title: 'B' },
    list: { type: 'array', title: 'List', items: { type: 'string' } },
    group: { type: 'object', title: 'Group', properties: { c: { type: 'string', title: 'C' } } },
  },
};

/** Counts how often each field is drawn; the form draws them all the same. */
function countRenders(): { readonly drawn: string[]; readonly renderVariable: RenderVariable } {
  const drawn: string[] = [];
  return {
    drawn,
    renderVariable: ({ field }) => {
      drawn.push(field.pointer);
      return undefined;
    },
  };
}

describe('a key press', () => {
  it('renders the field that changed, and no other', async () => {
    const { drawn, renderVariable } = countRenders();
    const user = userEvent.setup();
    render(
      <VariablesFormBody
        schema={schema}
        defaultValues={{ list: ['x', 'y'] }}
        renderVariable={renderVariable}
        onSubmit={() => undefined}
      />,
    );
    await user.click(screen.getByLabelText('B'));
    drawn.length = 0;
    await user.keyboard('123');
    expect(new Set(drawn)).toEqual(new Set(['/b']));
    await user.click(screen.getByLabelText('List 2'));
    drawn.length = 0;
    await user.keyboard('4');
    expect(new Set(drawn)).toEqual(new Set(['/list/1']));
    await user.click(screen.getByLabelText('C'));
    drawn.length = 0;
    await user.keyboard('5');
    expect(new Set(drawn)).toEqual(new Set(['/group/c']));
  });

  it('renders only what a condition brings, where there is one', async () => {
    const { drawn, renderVariable } = countRenders();
    const user = userEvent.setup();
    const conditional: JsonSchema = {
      type: 'object',
      properties: { a: { type: 'string', title: 'A' }, b: { type: 'string', title: 'B' } },
      if: { properties: { a: { const: 'x' } }, required: ['a'] },
      then: { properties: { c: { type: 'string', title: 'C' } } },
    };
    render(
      <VariablesFormBody
        schema={conditional}
        renderVariable={renderVariable}
        onSubmit={() => undefined}
      />,
    );
    await user.click(screen.getByLabelText('A'));
    drawn.length = 0;
    await user.keyboard('x');
    expect(new Set(drawn)).toEqual(new Set(['/a', '/c']));
  });

  it('renders the field whose error it puts right', async () => {
    const { drawn, renderVariable } = countRenders();
    const user = userEvent.setup();
    render(
      <VariablesFormBody
        schema={schema}
        renderVariable={renderVariable}
        onSubmit={() => undefined}
      />,
    );
    await user.type(screen.getByLabelText('A'), '1');
    await user.tab();
    await user.click(screen.getByLabelText('A'));
    drawn.length = 0;
    await user.keyboard('2');
    expect(new Set(drawn)).toEqual(new Set(['/a']));
    expect(screen.getByLabelText('A')).not.toBeInvalid();
  });
});

describe('a form', () => {
  it('works in strict mode', async () => {
    const user = userEvent.setup();
    const submitted: unknown[] = [];
    render(
      <StrictMode>
        <VariablesFormBody schema={schema} onSubmit={(values) => submitted.push(values)} />
      </StrictMode>,
    );
    await user.type(screen.getByLabelText('B'), 'x');
    await user.click(screen.getByRole('button', { name: 'Add to List' }));
    await user.keyboard('y');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(submitted).toEqual([{ b: 'x', list: ['y'] }]);
  });

  it('renders on a server, and takes over there without a difference', async () => {
    const page = (): ReactNode => (
      <VariablesFormBody
        schema={schema}
        defaultValues={{ list: ['x'] }}
        onSubmit={() => undefined}
      />
    );
    const container = document.createElement('div');
    container.innerHTML = renderToString(page());
    document.body.append(container);
    expect(container.querySelector('[style]')).toBeNull();
    const problems: unknown[] = [];
    const root = hydrateRoot(container, page(), {
      onRecoverableError: (error) => problems.push(error),
    });
    const user = userEvent.setup();
    await user.type(await screen.findByLabelText('B'), 'x');
    expect(screen.getByLabelText('B')).toHaveValue('x');
    expect(problems).toEqual([]);
    root.unmount();
    container.remove();
  });

  it('keeps what was typed when the host renders again with an equal schema', async () => {
    const user = userEvent.setup();
    const page = (): ReactNode => (
      <VariablesFormBody schema={structuredClone(schema)} onSubmit={() => undefined} />
    );
    const { rerender } = render(page());
    await user.type(screen.getByLabelText('B'), 'x');
    rerender(page());
    expect(screen.getByLabelText('B')).toHaveValue('x');
  });
});

describe('a long form', () => {
  const names = Array.from({ length: 150 }, (_, n) => `field ${n}`);
  const properties = Object.fromEntries(
    names.map((name) => [
      name,
      { type: 'string', ...(name !== names.at(-1) && { default: 'x' }) } as const,
    ]),
  );
  const long: JsonSchema = { type: 'object', properties, required: names };

  it('begins with what can be in sight, and draws every field', () => {
    const form = <VariablesFormBody schema={long} onSubmit={() => undefined} />;
    expect(renderToString(form).match(/<input/g)).toHaveLength(100);
    const { container } = render(form);
    expect(container.querySelectorAll('input')).toHaveLength(150);
  });

  it('draws no field again when the next ones come', () => {
    const { drawn, renderVariable } = countRenders();
    render(
      <VariablesFormBody
        schema={long}
        renderVariable={renderVariable}
        onSubmit={() => undefined}
      />,
    );
    // Strict mode draws each twice in a row.
    const inTurn = drawn.filter((pointer, index) => pointer !== drawn[index - 1]);
    expect(inTurn).toEqual(names.map((name) => `/${name}`));
  });

  it('leads to its last field where that is wrong', () => {
    const { container } = render(<VariablesFormBody schema={long} onSubmit={() => undefined} />);
    fireEvent.click(screen.getByText('Save'));
    expect([...container.querySelectorAll('input')].at(-1)).toHaveFocus();
  });

  it('shows a row at once that is added to many', () => {
    const rows: JsonSchema = {
      type: 'object',
      properties: { list: { type: 'array', title: 'List', items: { type: 'string' } } },
    };
    const { container } = render(
      <VariablesFormBody
        schema={rows}
        defaultValues={{ list: names }}
        onSubmit={() => undefined}
      />,
    );
    fireEvent.click(screen.getByText('Add to List'));
    const inputs = [...container.querySelectorAll('input')];
    expect(inputs).toHaveLength(151);
    expect(inputs.at(-1)).toHaveFocus();
  });
});
