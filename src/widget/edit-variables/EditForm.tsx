import type { ReactNode } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import type { Integration } from '../../domain/integration.js';
import type { VariablesFormHandle } from '../../headless/variables-form/useVariablesForm.js';
import { useChangesText } from '../activation/changesText.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { usePart } from '../root/part.js';
import { VariablesFields } from '../variables/VariablesFields.js';
import { EditFrame } from './EditFrame.js';
import { SaveProblem } from './SaveProblem.js';
import { useVariableNames } from '../activation/useVariableNames.js';
import { toSchemaDrift, type VariableChanges } from './variableChanges.js';

interface EditFormProps {
  readonly activation: Activation;
  readonly integration: Integration;
  readonly form: VariablesFormHandle;
  /** Why the last attempt to save failed. */
  readonly error: BackendError | null;
  /** A field says what was refused, and has the focus. */
  readonly hasRefusals: boolean;
  /** What the last press on "Review changes" found. */
  readonly changes: VariableChanges;
  readonly isAsked: boolean;
  readonly onCancel: () => void;
  readonly onReview: () => void;
  readonly onReplace: (() => void) | undefined;
}

/** Shows the filled-in form of the variables, and above it how the schema has changed. */
export function EditForm(props: EditFormProps): ReactNode {
  const { activation, integration, form, error, hasRefusals } = props;
  const { changes, isAsked, onCancel, onReview, onReplace } = props;
  const part = usePart();
  const { t } = useChangesText();
  const toNames = useVariableNames(integration.variablesSchema);
  const drift = toSchemaDrift(integration.variablesSchema, activation);
  const names = { integration: integration.name };
  const heading = t('edit.heading', names);
  const replaceInstead = onReplace && (
    <Button variant="plain" part="replace-instead" onClick={onReplace}>
      {t('edit.replaceInstead')}
    </Button>
  );
  return (
    <EditFrame
      step="form"
      heading={heading}
      lead={t('edit.lead')}
      takesFocus={!hasRefusals}
      footer={
        <>
          <Button variant="quiet" part="cancel" onClick={onCancel}>
            {t('edit.cancel')}
          </Button>
          <Button variant="primary" part="review-changes" onClick={onReview}>
            {t('edit.review')}
          </Button>
        </>
      }
    >
      {error && <SaveProblem error={error} />}
      {(drift.added.length > 0 || drift.removed.length > 0) && (
        <Notice
          tone="info"
          heading={t('edit.schemaChanged', names)}
          actions={drift.removed.length > 0 && replaceInstead}
        >
          {drift.added.length > 0 && <p>{t('edit.added', toNames(drift.added))}</p>}
          {drift.removed.length > 0 && <p>{t('edit.removed', toNames(drift.removed))}</p>}
        </Notice>
      )}
      {drift.optional.length > 0 && <p {...part('hint')}>{t('edit.cannotUnset')}</p>}
      <VariablesFields form={form} heading={heading} />
      <div role="status">
        {isAsked && error === null && Object.keys(changes.set).length === 0 && (
          <Notice tone="info" actions={changes.unset.length > 0 && replaceInstead}>
            <p>
              {changes.unset.length > 0
                ? t('edit.unset', toNames(changes.unset))
                : t('edit.nothing')}
            </p>
          </Notice>
        )}
      </div>
    </EditFrame>
  );
}
