import { useRef, type ComponentProps, type MouseEvent, type ReactNode } from 'react';
import type { PartName } from '../../styles/partNames.js';
import { usePart } from '../root/part.js';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'type' | 'className' | 'disabled'> {
  readonly variant: 'primary' | 'plain' | 'quiet' | 'danger';
  /** The part's name; default `button`. */
  readonly part?: PartName;
  /**
   * True: a press means nothing now. The button keeps the focus and its place in the tab order, which
   * `disabled` would take away under the user's hands.
   */
  readonly isBusy?: boolean;
}

/**
 * One primary button a screen; everything else is quieter. The second click of a double click presses
 * it only where the first one did: one that the first click brought under the pointer is not meant.
 */
export function Button({
  variant,
  part = 'button',
  isBusy,
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  const toPart = usePart();
  const { className, ...names } = toPart(part, isBusy ? 'busy' : undefined);
  const wasPressed = useRef(false);

  function press(event: MouseEvent<HTMLButtonElement>): void {
    // Zero by keyboard and by script.
    if (event.detail > 1 && !wasPressed.current) return;
    wasPressed.current = true;
    if (!isBusy) onClick?.(event);
  }

  return (
    <button
      {...rest}
      {...names}
      type="button"
      className={part === 'button' ? className : `onb-button ${className}`}
      data-variant={variant}
      aria-disabled={isBusy ? true : undefined}
      onClick={press}
    />
  );
}
