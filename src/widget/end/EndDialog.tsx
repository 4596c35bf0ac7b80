import { useState, type ReactNode } from 'react';
import { isOutcomeUnknown, toBackendError, type BackendError } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import { useDeactivate } from '../../headless/useDeactivate.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';
import { Dialog } from '../parts/Dialog.js';
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
  const [error, setError] = useState<BackendError | null>(null);
  const isPending = end?.isPending === true;
  const { id: activationId, environmentId } = activation;
  const names = { integration: integration.name };

  async function confirm(): Promise<void> {
    setError(null);
    try {
      await end?.deactivate({ environmentId, activationId });
      onEnded();
    } catch (thrown) {
      setError(toBackendError(thrown));
    }
  }

  return (
    <Dialog
      kind="end"
      isAlert
      heading={t('end.heading', names)}
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
            {t('end.keep')}
          </Button>
          <Button
            variant="danger"
            part="confirm-end"
            isBusy={isPending}
            onClick={() => void confirm()}
          >
            {isPending ? t('end.ending') : t('end.confirm', names)}
          </Button>
        </>
      }
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
      {error !== null && (
        <Notice
          tone="danger"
          isAlert
          heading={t(isOutcomeUnknown(error) ? 'end.unknown' : 'end.failed')}
        >
          <p>{toProblemText(t, error)}</p>
        </Notice>
      )}
      <p role="status" className="onb-visually-hidden">
        {isPending && t('end.ending')}
      </p>
    </Dialog>
  );
}
