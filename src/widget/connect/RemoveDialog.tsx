import type { ReactNode } from 'react';
import { isOutcomeUnknown, type BackendError } from '../../backend/backendError.js';
import type { Connection } from '../../domain/connection.js';
import { toShownName } from '../../domain/shownName.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useRemoveConnection } from '../../headless/useRemoveConnection.js';
import { useFlow } from '../flow/FlowContext.js';
import { ConfirmDialog } from '../parts/ConfirmDialog.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { useConnectText } from './connectText.js';

interface RemoveDialogProps {
  readonly template: ConnectionTemplate;
  readonly connection: Connection;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Asks before a connection is removed, and names what still uses it where that is refused. */
export function RemoveDialog(props: RemoveDialogProps): ReactNode {
  const { template, connection, onClose, onRemoved } = props;
  const { t, locale } = useConnectText();
  const { environmentId } = useFlow().integration;
  const remove = useRemoveConnection();
  const connectionTemplateId = template.id;
  const target = { environmentId, connectionTemplateId, connectionId: connection.id };

  function toReason(error: BackendError): string {
    if (error.usedBy.length === 0) return toProblemText(t, error);
    return t('remove.used', { integrations: toList(error.usedBy, locale) });
  }

  return (
    <ConfirmDialog
      kind="remove"
      heading={t('remove.heading', { connection: toShownName(connection.name) || t('unnamed') })}
      labels={{
        keep: t('remove.keep'),
        confirm: t('remove.confirm'),
        pending: t('remove.removing'),
      }}
      onConfirm={async () => remove?.removeConnection(target)}
      renderError={(error) => (
        <Notice
          tone="danger"
          isAlert
          heading={isOutcomeUnknown(error) ? undefined : t('remove.failed')}
        >
          <p>{toReason(error)}</p>
        </Notice>
      )}
      onClose={onClose}
      onDone={onRemoved}
    >
      <p>{t('remove.text', { template: template.name })}</p>
    </ConfirmDialog>
  );
}

function toList(names: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}
