import { createRoot, type Root } from 'react-dom/client';
import { OnboardingWidget } from 'react-versori-onboarding';
import 'react-versori-onboarding/styles.css';
import { createAccounts } from './accounts.js';
import { openBareList } from './bareList.js';
import { createCountingBackend } from './countingBackend.js';

/** Milliseconds until what an action changed was painted. */
interface Timings {
  readonly open: number;
  readonly keys: readonly number[];
  readonly more: readonly number[];
}

/** What `run.ts` calls in the page. */
export interface Bench {
  readonly measureBare: (count: number) => Promise<Timings>;
  readonly measureWidget: (count: number) => Promise<Timings>;
  /** Calls of the backend in a visit: open, filter, clear, load a page, choose, go on. */
  readonly countCalls: (count: number) => Promise<Record<string, number>>;
  readonly countNodes: () => number;
  readonly close: () => void;
}

/** Each leaves other rows than the one before. */
const WORDS = ['g', 'gr', 'graz c', 'gr', 'p', 'porto p', 't', 'tu', 'b', 'bo', 'l', 'ly'];
const TIMES_MORE = 3;

let root: Root | null = null;

const bench: Bench = {
  async measureBare(count) {
    const stage = openStage();
    const accounts = createAccounts(count);
    const open = await measure(() => openBareList(stage, accounts));
    return { open, ...(await workList(stage, '[data-more]')) };
  },
  async measureWidget(count) {
    const stage = openStage();
    const accounts = createAccounts(count);
    mount(stage, createCountingBackend(accounts, count));
    (await find(stage, '[data-onb-part="continue"]')).click();
    const open = await measure(
      () => undefined,
      () => hasRows(stage),
    );
    return { open, ...(await workList(stage, '[data-onb-part="more"]')) };
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
  countNodes: () => document.querySelectorAll('#stage *').length,
  close() {
    root?.unmount();
    root = null;
    document.getElementById('stage')?.remove();
  },
};

Object.assign(window, { bench });

function openStage(): HTMLElement {
  bench.close();
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

function hasRows(stage: HTMLElement): boolean {
  return stage.querySelectorAll('input[type=radio]').length > 1;
}

/** From the action to the task after the frame that shows what it did. */
async function measure(act: () => void, isDone: () => boolean = () => true): Promise<number> {
  const start = performance.now();
  act();
  do await nextPaint();
  while (!isDone());
  return performance.now() - start;
}

function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      port2.postMessage(null);
    });
  });
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await nextPaint();
}

async function find(stage: HTMLElement, selector: string): Promise<HTMLElement> {
  await until(() => stage.querySelector(selector) !== null);
  const found = stage.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`${selector} went away.`);
  return found;
}

/** React listens to the element's own setter. */
function type(field: HTMLElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
