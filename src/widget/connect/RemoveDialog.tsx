import { useState, type ReactNode } from 'react';
import { toBackendError, type BackendError } from '../../backend/backendError.js';
import type { Connection } from '../../domain/connection.js';
import { toShownName } from '../../domain/shownName.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useRemoveConnection } from '../../headless/useRemoveConnection.js';
import { useFlow } from '../flow/FlowContext.js';
import { Button } from '../parts/Button.js';
import { Dialog } from '../parts/Dialog.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { useConnectText } from './connectText.js';

interface RemoveDialogProps {
  readonly template: ConnectionTemplate;
  readonly connection: Connection;
  readonly onClose: () => void;
}

/** Asks before a connection is removed, and names what still uses it where that is refused. */
export function RemoveDialog({ template, connection, onClose }: RemoveDialogProps): ReactNode {
  const { t, locale } = useConnectText();
  const { environmentId } = useFlow().integration;
  const remove = useRemoveConnection();
  const [error, setError] = useState<BackendError | null>(null);
  const isPending = remove?.isPending === true;
  const names = { connection: toShownName(connection.name) || t('unnamed') };

  async function confirm(): Promise<void> {
    setError(null);
    const connectionTemplateId = template.id;
    try {
      const target = { environmentId, connectionTemplateId, connectionId: connection.id };
      await remove?.removeConnection(target);
      onClose();
    } catch (thrown) {
      setError(toBackendError(thrown));
    }
  }

  return (
    <Dialog
      kind="remove"
      isAlert
      heading={t('remove.heading', names)}
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
            {t('remove.keep')}
          </Button>
          <Button
            variant="danger"
            part="confirm-remove"
            isBusy={isPending}
            onClick={() => void confirm()}
          >
            {t(isPending ? 'remove.removing' : 'remove.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('remove.text', { template: template.name })}</p>
      {error !== null && (
        <Notice tone="danger" isAlert heading={t('remove.failed')}>
          <p>
            {error.usedBy.length > 0
              ? t('remove.used', { integrations: toList(error.usedBy, locale) })
              : toProblemText(t, error)}
          </p>
        </Notice>
      )}
    </Dialog>
  );
}

function toList(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
