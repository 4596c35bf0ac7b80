import { useState, type ReactNode } from 'react';
import { toBackendError, type BackendError } from '../../backend/backendError.js';
import { Button } from './Button.js';
import { Dialog } from './Dialog.js';

interface ConfirmDialogProps {
  /** What is confirmed: names the dialog, and its button as `confirm-<kind>`. */
  readonly kind: 'end' | 'remove';
  readonly heading: string;
  readonly labels: {
    readonly keep: string;
    readonly confirm: string;
    /** On the button and announced, from the press until the answer. */
    readonly pending: string;
  };
  /** Called once for a press. What it rejects with stays in the dialog, to be tried again. */
  readonly onConfirm: () => Promise<void>;
  readonly renderError: (error: BackendError) => ReactNode;
  /** The user keeps it. */
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

/** Asks before something ends for good: no key confirms by accident, and no press does it twice. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { kind, heading, labels, onConfirm, renderError, onClose, onDone, children } = props;
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<BackendError | null>(null);

  async function confirm(): Promise<void> {
    setPending(true);
    setError(null);
    try {
      await onConfirm();
      onDone();
    } catch (thrown) {
      setError(toBackendError(thrown));
    } finally {
      setPending(false);
    }
  }

  return (
    <Dialog
      kind={kind}
      isAlert
      heading={heading}
      onClose={() => !isPending && onClose()}
      footer={
        <>
          <Button
            variant="plain"
            part="keep"
            data-autofocus=""
            isBusy={isPending}
            onClick={onClose}
          >
            {labels.keep}
          </Button>
          <Button
            variant="danger"
            part={`confirm-${kind}`}
            isBusy={isPending}
            onClick={() => void confirm()}
          >
            {isPending ? labels.pending : labels.confirm}
          </Button>
        </>
      }
    >
      {children}
      {error !== null && renderError(error)}
      <p role="status" className="onb-visually-hidden">
        {isPending && labels.pending}
      </p>
    </Dialog>
  );
}
