import RjsfForm from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { VariablesForm } from 'react-versori-onboarding';
import 'react-versori-onboarding/styles.css';
import { BareForm } from './BareForm.js';

export type FormKind = 'bare' | 'ours' | 'rjsf';

/** What `run.ts` calls in the page; each is done when the page is laid out anew. */
export interface Bench {
  readonly open: (kind: FormKind, count: number) => Promise<void>;
  /** Goes to a field in the middle of the form, and waits until it is in view. */
  readonly focus: () => Promise<void>;
  /** Presses a key so many times in that field. */
  readonly press: (times: number) => Promise<void>;
  readonly close: () => void;
}

const stage: HTMLElement = document.createElement('div');
document.body.append(stage);
let root: Root | null = null;

const variablesBench: Bench = {
  async open(kind, count) {
    root = createRoot(stage);
    const form = createForm(kind, count);
    flushSync(() => root?.render(form));
    // Ours comes in a chunk of its own, before the first time.
    while (stage.querySelectorAll('input').length < count) await nextTask();
    void stage.offsetHeight;
  },
  async focus() {
    const inputs = stage.querySelectorAll('input');
    inputs[Math.floor(inputs.length / 2)]?.focus();
    for (let frame = 0; frame < 2; frame += 1) await nextFrame();
  },
  async press(times) {
    const input = document.activeElement;
    if (!(input instanceof HTMLInputElement)) throw new Error('The form has no input.');
    for (let key = 1; key <= times; key += 1) {
      type(input, 'x'.repeat(key));
      await nextTask();
      void stage.offsetHeight;
    }
  },
  close: () => root?.unmount(),
};

Object.assign(window, { variablesBench });

function createForm(kind: FormKind, count: number): ReactNode {
  const names = Array.from({ length: count }, (_, index) => `field ${index}`);
  const properties = Object.fromEntries(
    names.map((name) => [name, { type: 'string', title: name, maxLength: 100 }] as const),
  );
  // What is optional would be folded, and not drawn.
  const schema = { type: 'object', properties, required: names } as const;
  switch (kind) {
    case 'bare':
      return <BareForm names={names} />;
    case 'ours':
      return <VariablesForm schema={schema} onSubmit={() => undefined} />;
    case 'rjsf':
      return <RjsfForm schema={schema} validator={validator} />;
  }
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

/** React listens to the element's own setter. */
function type(field: HTMLInputElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
