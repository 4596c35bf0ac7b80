import type { ReactNode } from 'react';
import { Dialog } from '../parts/Dialog.js';
import { useChangesText } from '../activation/changesText.js';
import { Button } from '../parts/Button.js';

interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before typed input is lost. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps): ReactNode {
  const { t } = useChangesText();
  return (
    <Dialog
      kind="leave"
      isAlert
      heading={t('edit.leave.heading')}
      onClose={onStay}
      footer={
        <>
          <Button variant="plain" part="stay" data-autofocus="" onClick={onStay}>
            {t('edit.leave.stay')}
          </Button>
          <Button variant="danger" part="discard" onClick={onLeave}>
            {t('edit.leave.go')}
          </Button>
        </>
      }
    >
      <p>{t('edit.leave.text')}</p>
    </Dialog>
  );
}
