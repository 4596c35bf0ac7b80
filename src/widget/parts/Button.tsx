import type { ComponentProps, ReactNode } from 'react';
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

/** One primary button a screen; everything else is quieter. */
export function Button({
  variant,
  part = 'button',
  isBusy,
  onClick,
  ...rest
}: ButtonProps): ReactNode {
  const toPart = usePart();
  const { className, ...names } = toPart(part, isBusy ? 'busy' : undefined);
  return (
    <button
      {...rest}
      {...names}
      type="button"
      className={part === 'button' ? className : `onb-button ${className}`}
      data-variant={variant}
      aria-disabled={isBusy ? true : undefined}
      onClick={isBusy ? undefined : onClick}
    />
  );
}
