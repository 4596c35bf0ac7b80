import type { ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { useActivationsText } from './activationsText.js';

interface CardActionsProps {
  /** Of the activation, for those who do not see which card a button is in. */
  readonly title: string;
  /** Absent: the backend, or the integration, has no such action. */
  readonly onEdit?: (() => void) | undefined;
  readonly onReplace?: (() => void) | undefined;
  readonly onEnd?: (() => void) | undefined;
  /** Says why an action is missing that is there otherwise. */
  readonly hint?: string | undefined;
}

/** Buttons that change an activation; none is the primary action of the screen. */
export function CardActions(props: CardActionsProps): ReactNode {
  const { title, onEdit, onReplace, onEnd, hint } = props;
  const part = usePart();
  const { t } = useActivationsText();
  if (onEdit === undefined && onReplace === undefined && onEnd === undefined) return null;
  const named = { name: title };
  return (
    <footer {...part('activation-actions')}>
      {hint !== undefined && <p {...part('hint')}>{hint}</p>}
      {onEdit && (
        <Button
          variant="quiet"
          part="edit"
          aria-label={t('activation.edit.of', named)}
          onClick={onEdit}
        >
          {t('activation.edit')}
        </Button>
      )}
      {onReplace && (
        <Button
          variant="quiet"
          part="replace"
          aria-label={t('activation.replace.of', named)}
          onClick={onReplace}
        >
          {t('activation.replace')}
        </Button>
      )}
      {onEnd && (
        <Button
          variant="quiet"
          part="end"
          aria-label={t('activation.end.of', named)}
          onClick={onEnd}
        >
          {t('activation.end')}
        </Button>
      )}
    </footer>
  );
}
