import type { ReactNode } from 'react';
import { isOutcomeUnknown, type BackendError } from '../../backend/backendError.js';
import { useChangesText } from '../activation/changesText.js';
import { Notice } from '../parts/Notice.js';
import { toProblemText } from '../parts/problemText.js';

/** Says why the changes were not saved, or that the outcome is unknown. Typed input is kept. */
export function SaveProblem({ error }: { readonly error: BackendError }): ReactNode {
  const { t } = useChangesText();
  const isLost = isOutcomeUnknown(error);
  // The platform's own words are passed on for refused input alone; others are for developers.
  const isRefused = error.code === 'invalid' || error.code === 'conflict';
  const reason = isRefused && error.message !== '' ? error.message : toProblemText(t, error);
  return (
    <Notice tone="danger" isAlert heading={t(isLost ? 'edit.unknown' : 'edit.refused')}>
      <p dir="auto">{reason}</p>
      <p>{t(isLost ? 'edit.unknown.text' : 'edit.refused.text')}</p>
    </Notice>
  );
}
