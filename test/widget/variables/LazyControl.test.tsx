// @vitest-environment jsdom
import '@testing-library/jest-dom/vitest';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { furtherControls } from '../../../src/widget/variables/furtherControls.js';
import { show } from './show.js';

afterEach(cleanup);

it('shows the name of a field at once, and its control as soon as that is here', async () => {
  expect(furtherControls.get()).toBeNull();
  const { user, submitted, submit } = show({
    type: 'array',
    title: 'Tags',
    items: { type: 'string' },
  });
  expect(screen.getByLabelText('Tags')).toHaveTextContent('Loading…');
  await user.click(await screen.findByRole('button', { name: 'Add to Tags' }));
  await user.keyboard('new');
  await submit();
  expect(submitted).toEqual([{ a: ['new'] }]);
});

it('sends what a field was opened with, also before its control is here', async () => {
  const { submitted, submit } = show(
    { type: 'array', title: 'Tags', items: { type: 'string' } },
    { defaultValues: { a: ['old'] } },
  );
  await submit();
  expect(submitted).toEqual([{ a: ['old'] }]);
});
