import type { ReactNode } from 'react';
import { isOutcomeUnknown } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import { useDeactivate } from '../../headless/useDeactivate.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { ConfirmDialog } from '../parts/ConfirmDialog.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { toShownConnections } from '../activation/shownConnections.js';
import { useChangesText } from '../activation/changesText.js';

interface EndDialogProps {
  readonly activation: Activation;
  readonly integration: Integration;
  /** How many other activations the user keeps. */
  readonly others: number;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

/** Asks before an activation ends: what stops, what stays, and no key that ends it by accident. */
export function EndDialog(props: EndDialogProps): ReactNode {
  const { activation, integration, others, onClose, onEnded } = props;
  const text = useChangesText();
  const { formatConnection } = useFlowOptions();
  const { t } = text;
  const end = useDeactivate();
  const { id: activationId, environmentId } = activation;
  const names = { integration: integration.name };

  return (
    <ConfirmDialog
      kind="end"
      heading={t('end.heading', names)}
      labels={{
        keep: t('end.keep'),
        confirm: t('end.confirm', names),
        pending: t('end.ending'),
      }}
      onConfirm={async () => end?.deactivate({ environmentId, activationId })}
      renderError={(error) => (
        <Notice
          tone="danger"
          isAlert
          heading={t(isOutcomeUnknown(error) ? 'end.unknown' : 'end.failed')}
        >
          <p>{toProblemText(t, error)}</p>
        </Notice>
      )}
      onClose={onClose}
      onDone={onEnded}
    >
      <ul className="onb-dialog-accounts">
        {toShownConnections(text, activation, integration, formatConnection).map(
          ({ key, label, labels, template }) => (
            <li key={key} dir="auto">
              <SystemIcon name={label} url={template?.iconUrl} size="small" />
              {label}: <b>{labels.name}</b>
            </li>
          ),
        )}
      </ul>
      <p>{t('end.stops', names)}</p>
      <p>{t('end.stays')}</p>
      {others > 0 && <p>{t('end.others', { count: others })}</p>}
    </ConfirmDialog>
  );
}
