import type { ReactNode } from 'react';
import type { PartName } from '../../styles/partNames.js';
import { Button } from './Button.js';

interface FoldButtonProps {
  readonly part: PartName;
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  /** Accessible name, where the visible text does not say what is unfolded. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** Shows all of a long text, and folds it again. */
export function FoldButton({ part, isOpen, setOpen, name, children }: FoldButtonProps): ReactNode {
  return (
    <Button
      variant="quiet"
      part={part}
      aria-expanded={isOpen}
      aria-label={name}
      onClick={() => setOpen(!isOpen)}
    >
      {children}
    </Button>
  );
}
