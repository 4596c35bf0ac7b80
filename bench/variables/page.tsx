import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import 'react-versori-onboarding/styles.css';
import { createForm, type FormKind } from './forms/createForm.js';
import { maxLength } from './forms/formProps.js';

/** What `question.ts` calls in the page; each is done when the page is laid out anew. */
export interface VariablesBench {
  readonly open: (kind: FormKind, count: number) => Promise<void>;
  /** Goes to a field in the middle of the form, and waits until it is in view. */
  readonly focus: () => Promise<void>;
  /** Presses a key so many times in that field. */
  readonly press: (times: number) => Promise<void>;
  /** Fills that field with too long a text. */
  readonly spoil: () => Promise<void>;
  /** Sends the form; whether it says that a field is wrong. */
  readonly validate: () => Promise<boolean>;
  /** Adds a store to the list; whether its input came. */
  readonly addRow: () => Promise<boolean>;
  readonly close: () => void;
}

const stage: HTMLElement = document.createElement('div');
document.body.append(stage);
let root: Root | null = null;

const variablesBench: VariablesBench = {
  async open(kind, count) {
    root = createRoot(stage);
    const form = createForm(kind, count);
    flushSync(() => root?.render(form));
    // Ours comes in a chunk of its own, before the first time.
    const end = performance.now() + 60_000;
    while (countInputs() < count) {
      if (performance.now() > end) throw new Error(`${kind} drew ${countInputs()} of ${count}.`);
      await nextTask();
    }
    void stage.offsetHeight;
  },
  async focus() {
    const inputs = stage.querySelectorAll('input');
    inputs[Math.floor(inputs.length / 2)]?.focus();
    for (let frame = 0; frame < 2; frame += 1) await nextFrame();
  },
  async press(times) {
    for (let key = 1; key <= times; key += 1) await type('x'.repeat(key));
  },
  spoil: () => type('x'.repeat(maxLength + 1)),
  async validate() {
    stage.querySelector('form')?.requestSubmit();
    return waitUntil(() => stage.querySelector('[aria-invalid="true"], .text-danger') !== null);
  },
  async addRow() {
    const before = countInputs();
    findAddButton()?.click();
    return waitUntil(() => countInputs() > before);
  },
  close: () => root?.unmount(),
};

Object.assign(window, { variablesBench });

function countInputs(): number {
  return stage.querySelectorAll('input').length;
}

/** Each library names it in its own way. */
function findAddButton(): HTMLElement | undefined {
  return [...stage.querySelectorAll('button')].find((button) =>
    /\badd\b/i.test(`${button.textContent} ${button.title} ${button.className}`),
  );
}

/** False where it does not come within some frames. */
async function waitUntil(isTrue: () => boolean): Promise<boolean> {
  for (let frame = 0; frame < 60 && !isTrue(); frame += 1) await nextFrame();
  void stage.offsetHeight;
  return isTrue();
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(null);
  });
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Into the focused field. React listens to the element's own setter. */
async function type(text: string): Promise<void> {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement)) throw new Error('The form has no input.');
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await nextTask();
  void stage.offsetHeight;
}
