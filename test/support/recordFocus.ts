import { onTestFinished } from 'vitest';

/** Records, for each text field that gets the focus, whether it says at that moment that it is wrong. */
export function recordFocus(): readonly boolean[] {
  const focused: boolean[] = [];
  const record = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement && target.type === 'text') {
      focused.push(target.getAttribute('aria-invalid') === 'true');
    }
  };
  document.addEventListener('focusin', record);
  onTestFinished(() => document.removeEventListener('focusin', record));
  return focused;
}
