import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { OnboardingWidget } from 'react-versori-onboarding';
import 'react-versori-onboarding/styles.css';
import { createAccounts } from './accounts.js';
import { createCountingBackend } from './countingBackend.js';
import { BaseUiList } from './lists/BaseUiList.js';
import { DownshiftList } from './lists/DownshiftList.js';
import { openBareList } from './lists/openBareList.js';
import { find, measure, press, type, until } from './pageActions.js';

/** Milliseconds until what an action changed was painted. */
interface Timings {
  readonly open: number;
  readonly keys: readonly number[];
  readonly more: readonly number[];
}

export type ListKind = 'widget' | 'bare HTML' | 'Base UI combobox' | 'downshift and virtua';

/** What `question.ts` calls in the page. */
export interface ChoosingBench {
  readonly measure: (kind: ListKind, count: number) => Promise<Timings>;
  /** Calls of the backend in a visit: open, filter, clear, load a page, choose, go on. */
  readonly countCalls: (count: number) => Promise<Record<string, number>>;
  readonly countNodes: () => number;
  readonly close: () => void;
}

/** Each leaves other rows than the one before. */
const WORDS = ['g', 'gr', 'graz c', 'gr', 'p', 'porto p', 't', 'tu', 'b', 'bo', 'l', 'ly'];
const TIMES_MORE = 3;

let root: Root | null = null;

const choosingBench: ChoosingBench = {
  async measure(kind, count) {
    const stage = openStage();
    const accounts = createAccounts(count);
    switch (kind) {
      case 'widget':
        return measureWidget(stage, accounts);
      case 'bare HTML': {
        const open = await measure(() => openBareList(stage, accounts));
        return { open, ...(await workList(stage, '[data-more]')) };
      }
      case 'Base UI combobox':
        return measureCombobox(stage, <BaseUiList accounts={accounts} />);
      case 'downshift and virtua':
        return measureCombobox(stage, <DownshiftList accounts={accounts} />);
    }
  },
  async countCalls(count) {
    const stage = openStage();
    const backend = createCountingBackend(createAccounts(count), 20);
    mount(stage, backend);
    (await find(stage, '[data-onb-part="continue"]')).click();
    const field = await find(stage, 'input[type=search]');
    for (const word of WORDS) type(field, word);
    type(field, 'graz coffee');
    await until(() => stage.querySelectorAll('input[type=radio]').length > 5);
    await until(() => backend.calls['listConnections with a search'] !== undefined);
    type(field, '');
    await until(() => stage.querySelectorAll('input[type=radio]').length === 20);
    (await find(stage, '[data-onb-part="more"]')).click();
    await until(() => stage.querySelectorAll('input[type=radio]').length === 40);
    (await find(stage, 'input[type=radio]')).click();
    (await find(stage, '[data-onb-part="continue"]')).click();
    await find(stage, '[data-step="review"]');
    return backend.calls;
  },
  countNodes: () => document.querySelectorAll('body *').length,
  close() {
    root?.unmount();
    root = null;
    document.getElementById('stage')?.remove();
  },
};

Object.assign(window, { choosingBench });

function openStage(): HTMLElement {
  choosingBench.close();
  const stage = document.createElement('div');
  stage.id = 'stage';
  document.body.append(stage);
  return stage;
}

function mount(stage: HTMLElement, backend: ReturnType<typeof createCountingBackend>): void {
  root = createRoot(stage);
  root.render(
    <OnboardingWidget backend={backend} environmentId="bench" appearance={{ theme: 'light' }} />,
  );
}

async function measureWidget(
  stage: HTMLElement,
  accounts: ReturnType<typeof createAccounts>,
): Promise<Timings> {
  mount(stage, createCountingBackend(accounts, accounts.length));
  (await find(stage, '[data-onb-part="continue"]')).click();
  const open = await measure(
    () => undefined,
    () => stage.querySelectorAll('input[type=radio]').length > 1,
  );
  return { open, ...(await workList(stage, '[data-onb-part="more"]')) };
}

/** Opened by a press on its field. It shows everything at once, so there is no more to show. */
async function measureCombobox(stage: HTMLElement, list: ReactNode): Promise<Timings> {
  root = createRoot(stage);
  root.render(list);
  const field = await find(stage, 'input');
  const open = await measure(
    () => press(field),
    () => document.querySelector('[role=option]') !== null,
  );
  const keys: number[] = [];
  for (const word of WORDS) keys.push(await measure(() => type(field, word)));
  return { open, keys, more: [] };
}

async function workList(
  stage: HTMLElement,
  moreSelector: string,
): Promise<Pick<Timings, 'keys' | 'more'>> {
  const field = await find(stage, 'input[type=search]');
  const keys: number[] = [];
  for (const word of WORDS) keys.push(await measure(() => type(field, word)));
  await measure(() => type(field, ''));
  const more: number[] = [];
  for (let step = 0; step < TIMES_MORE; step += 1) {
    const button = stage.querySelector<HTMLElement>(moreSelector);
    if (button !== null) more.push(await measure(() => button.click()));
  }
  return { keys, more };
}
