/**
 * From the action to the task after the frame that shows what it did, in milliseconds. Throws where it
 * does nothing for too long.
 */
export async function measure(
  act: () => void,
  isDone: () => boolean = () => true,
): Promise<number> {
  const start = performance.now();
  act();
  await nextPaint();
  await until(isDone);
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

/** Throws where it does not come true within some seconds. */
export async function until(isTrue: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`It never came true: ${String(isTrue)}`);
    await nextPaint();
  }
}

export async function find(stage: HTMLElement, selector: string): Promise<HTMLElement> {
  await until(() => stage.querySelector(selector) !== null);
  const found = stage.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`${selector} went away.`);
  return found;
}

/** What a press of the mouse sends: some lists open when the button goes down. */
export function press(target: HTMLElement): void {
  for (const name of ['pointerdown', 'mousedown']) {
    target.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, button: 0 }));
  }
  target.focus();
  for (const name of ['pointerup', 'mouseup', 'click']) {
    target.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, button: 0 }));
  }
}

/** React listens to the element's own setter. */
export function type(field: HTMLElement, text: string): void {
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
  set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
