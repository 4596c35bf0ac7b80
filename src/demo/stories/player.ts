/** Works a component as a user would, by its parts (`data-onb-part`), so in any language. */
export interface Player {
  /** The first element that fits, once it is there and can be used. */
  readonly find: (selector: string) => Promise<HTMLElement>;
  readonly press: (selector: string) => Promise<void>;
  /** Types over what an input holds; chooses in a select. */
  readonly fill: (selector: string, value: string) => Promise<void>;
}

const PATIENCE_MS = 8_000;

/** A player of what is inside `root`. Rejects where something does not appear in 8 seconds. */
export function createPlayer(root: HTMLElement, signal: AbortSignal): Player {
  const find = (selector: string): Promise<HTMLElement> => waitFor(root, selector, signal);
  return {
    find,
    async press(selector) {
      (await find(selector)).click();
    },
    async fill(selector, value) {
      const field = await find(selector);
      // React keeps track of the value through the element's own setter, so that one is called.
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value') ?? {};
      if (set === undefined) throw new Error(`${selector} is not a field that can be filled in.`);
      set.call(field, value);
      const type = field instanceof HTMLSelectElement ? 'change' : 'input';
      field.dispatchEvent(new Event(type, { bubbles: true }));
    },
  };
}

function waitFor(root: HTMLElement, selector: string, signal: AbortSignal): Promise<HTMLElement> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = root.querySelector<HTMLElement>(selector);
      if (found === null || found.matches(':disabled, [aria-disabled="true"]')) return;
      stop();
      resolve(found);
    };
    const fail = (reason: string): void => {
      stop();
      reject(new Error(`${selector}: ${reason}.`));
    };
    const giveUp = (): void => fail('the story was left');
    const observer = new MutationObserver(look);
    const timer = setTimeout(() => fail('it did not appear'), PATIENCE_MS);
    const stop = (): void => {
      observer.disconnect();
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    };
    signal.addEventListener('abort', giveUp);
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    look();
  });
}
