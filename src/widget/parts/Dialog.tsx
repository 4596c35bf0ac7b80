import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { Button } from './Button.js';
import { Icon } from './Icon.js';

interface DialogProps {
  /** What kind of dialog, as `data-state`, for hosts that style one of them. */
  readonly kind: string;
  /** Asks for a decision: read aloud with all of its text. */
  readonly isAlert?: boolean;
  readonly heading: string;
  /** Escape, or the browser's own way to close. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** Closes the dialog from its top, where it decides nothing. The focus then begins at the heading. */
  readonly closeLabel?: string;
}

/**
 * A modal dialog of the browser's own: it keeps the focus inside, and gives it back to where it was.
 * The focus begins at the part that carries `data-autofocus`.
 */
export function Dialog(props: DialogProps): ReactNode {
  const { kind, isAlert, heading, onClose, children, footer, closeLabel } = props;
  const part = usePart();
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);

  // Before the element goes: a browser gives the focus back on `close()`, not on removal.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null) return undefined;
    const opener = document.activeElement;
    // Safari before 15.4 has none; the dialog then stands in the page.
    if (typeof dialog.showModal === 'function') dialog.showModal();
    else dialog.setAttribute('open', '');
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      if (typeof dialog.close === 'function') dialog.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  return (
    <dialog
      {...part('dialog', kind)}
      ref={element}
      role={isAlert ? 'alertdialog' : undefined}
      aria-labelledby={`${id}heading`}
      aria-describedby={isAlert ? `${id}body` : undefined}
      // As `cancel` it could be refused a few times in a row; then a browser closes the dialog by itself.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing)
          return;
        event.preventDefault();
        onClose();
      }}
      onCancel={(event) => {
        // What bubbles from a file input's picker is not this dialog's. What cannot be refused closes it.
        if (event.target !== event.currentTarget || !event.cancelable) return;
        event.preventDefault();
        onClose();
      }}
      // By the browser alone: whether the dialog stays is not up to it.
      onClose={({ currentTarget: dialog, target }) => {
        if (target !== dialog || dialog.open) return;
        dialog.showModal();
        onClose();
      }}
    >
      <header className="onb-dialog-header">
        <h2
          className="onb-dialog-heading"
          id={`${id}heading`}
          tabIndex={-1}
          data-autofocus={closeLabel === undefined ? undefined : ''}
          dir="auto"
        >
          {heading}
        </h2>
        {closeLabel !== undefined && (
          <Button variant="quiet" part="close" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </Button>
        )}
      </header>
      <div className="onb-dialog-body" id={`${id}body`}>
        {children}
      </div>
      {footer !== undefined && <footer {...part('dialog-actions')}>{footer}</footer>}
    </dialog>
  );
}
