import type { ReactNode } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import type { JsonSchema } from '../../domain/json.js';
import { useChangesText } from '../activation/changesText.js';
import { useSplitSecrets } from '../activation/useSplitSecrets.js';
import { Button } from '../parts/Button.js';
import { Notice } from '../parts/Notice.js';
import { ChangeList } from './ChangeList.js';
import { EditFrame } from './EditFrame.js';
import { SaveProblem } from './SaveProblem.js';
import { useVariableNames } from '../activation/useVariableNames.js';
import type { VariableChanges } from './variableChanges.js';

interface ConfirmChangesProps {
  readonly activation: Activation;
  readonly schema: JsonSchema | null;
  readonly changes: VariableChanges;
  readonly error: BackendError | null;
  readonly isSaving: boolean;
  readonly onBack: () => void;
  readonly onSave: () => void;
  readonly onReplace: (() => void) | undefined;
}

/** Lists exactly what will be saved. */
export function ConfirmChanges(props: ConfirmChangesProps): ReactNode {
  const { activation, schema, changes, error, isSaving, onBack, onSave, onReplace } = props;
  const { t } = useChangesText();
  const splitSecrets = useSplitSecrets(schema);
  const toNames = useVariableNames(schema);
  return (
    <EditFrame
      step="confirm"
      heading={t('edit.confirm.heading')}
      lead={t('edit.confirm.lead')}
      footer={
        <>
          <Button variant="quiet" part="back" isBusy={isSaving} onClick={onBack}>
            {t('edit.back')}
          </Button>
          <Button variant="primary" part="save" isBusy={isSaving} onClick={onSave}>
            {t(isSaving ? 'edit.saving' : 'edit.save')}
          </Button>
        </>
      }
    >
      {error && <SaveProblem error={error} />}
      <ChangeList
        label={t('edit.changed.yours')}
        names={Object.keys(changes.set)}
        schema={schema}
        before={activation.dynamicVariables}
        after={splitSecrets(changes.set)}
      />
      {changes.unset.length > 0 && (
        <Notice
          tone="info"
          actions={
            onReplace && (
              <Button variant="plain" part="replace-instead" onClick={onReplace}>
                {t('edit.replaceInstead')}
              </Button>
            )
          }
        >
          <p>{t('edit.unset', toNames(changes.unset))}</p>
        </Notice>
      )}
      <p role="status" className="onb-visually-hidden">
        {isSaving && t('edit.saving')}
      </p>
    </EditFrame>
  );
}
