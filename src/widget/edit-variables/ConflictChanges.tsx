import { useEffect, type ReactNode } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import type { Activation } from '../../domain/activation.js';
import type { JsonSchema } from '../../domain/json.js';
import { useChangesText } from '../activation/changesText.js';
import { useSplitSecrets } from '../activation/useSplitSecrets.js';
import { Heading } from '../parts/Heading.js';
import { Button } from '../parts/Button.js';
import { Skeleton } from '../parts/Skeleton.js';
import { ChangeList } from './ChangeList.js';
import { EditFrame } from './EditFrame.js';
import { SaveProblem } from './SaveProblem.js';
import { diff, type VariableChanges } from './variableChanges.js';

interface ConflictChangesProps {
  readonly schema: JsonSchema | null;
  readonly changes: VariableChanges;
  readonly error: BackendError | null;
  readonly isSaving: boolean;
  /** As it was when the user began. */
  readonly before: Activation;
  /** As it is now; absent: it has gone. */
  readonly now: Activation | undefined;
  readonly onGone: () => void;
  readonly onDiscard: () => void;
  readonly onRebase: (now: Activation) => void;
  readonly onSave: (now: Activation) => void;
}

/** Shows what was saved elsewhere beside the user's changes, so that nothing is lost silently. */
export function ConflictChanges(props: ConflictChangesProps): ReactNode {
  const { schema, changes, error, isSaving, before, now } = props;
  const { onGone, onDiscard, onRebase, onSave } = props;
  const { t } = useChangesText();
  const splitSecrets = useSplitSecrets(schema);
  const hasGone = now === undefined;

  useEffect(() => {
    if (hasGone) onGone();
    // Once, when it has gone; what the parent passes anew is no reason to say it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [hasGone]);

  if (hasGone) return <Skeleton rows={1} shape="card" />;
  const theirs = diff(before.dynamicVariables, now.dynamicVariables);
  const isOverlapping = theirs.some((name) => Object.hasOwn(changes.set, name));
  return (
    <EditFrame
      step="conflict"
      heading={t('edit.changed.heading')}
      lead={t('edit.changed.lead')}
      footer={
        <>
          <Button variant="quiet" part="discard" isBusy={isSaving} onClick={onDiscard}>
            {t('edit.changed.discard')}
          </Button>
          <Button variant="plain" part="back" isBusy={isSaving} onClick={() => onRebase(now)}>
            {t('edit.back')}
          </Button>
          <Button variant="primary" part="save" isBusy={isSaving} onClick={() => onSave(now)}>
            {isSaving
              ? t('edit.saving')
              : t(isOverlapping ? 'edit.changed.overwrite' : 'edit.changed.save')}
          </Button>
        </>
      }
    >
      {error && <SaveProblem error={error} />}
      <Heading depth={1} className="onb-changes-heading">
        {t('edit.changed.theirs')}
      </Heading>
      {theirs.length === 0 ? (
        <p>{t('edit.changed.hidden')}</p>
      ) : (
        <ChangeList
          schema={schema}
          label={t('edit.changed.theirs')}
          names={theirs}
          before={before.dynamicVariables}
          after={{ visible: now.dynamicVariables, secretsSet: now.secretsSet }}
        />
      )}
      <Heading depth={1} className="onb-changes-heading">
        {t('edit.changed.yours')}
      </Heading>
      <ChangeList
        schema={schema}
        label={t('edit.changed.yours')}
        names={Object.keys(changes.set)}
        before={now.dynamicVariables}
        after={splitSecrets(changes.set)}
      />
      <p role="status" className="onb-visually-hidden">
        {isSaving && t('edit.saving')}
      </p>
    </EditFrame>
  );
}
