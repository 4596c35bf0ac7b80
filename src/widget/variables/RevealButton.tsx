import type { ReactNode } from 'react';
import { Button } from '../parts/Button.js';
import { useVariables } from './VariablesContext.js';

interface RevealButtonProps {
  readonly label: string;
  readonly isRevealed: boolean;
  readonly onToggle: () => void;
}

/** Shows what is typed as a secret, or hides it again; its name says which. */
export function RevealButton({ label, isRevealed, onToggle }: RevealButtonProps): ReactNode {
  const { t } = useVariables();
  return (
    <Button
      variant="quiet"
      part="reveal"
      aria-label={t(isRevealed ? 'field.concealName' : 'field.revealName', { name: label })}
      onClick={onToggle}
    >
      {t(isRevealed ? 'field.conceal' : 'field.reveal')}
    </Button>
  );
}
