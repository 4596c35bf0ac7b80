import type { ReactNode } from 'react';
import { useVariables } from './VariablesContext.js';

const PATHS = {
  'move-up': 'M8 12.5v-9M4.5 7 8 3.5 11.5 7',
  'move-down': 'M8 3.5v9M4.5 9 8 12.5 11.5 9',
  'remove-row': 'M4 4l8 8M12 4l-8 8',
} as const;

interface RowButtonProps {
  readonly part: keyof typeof PATHS;
  readonly label: string;
  /** A press means nothing here; the button keeps its place and the focus. */
  readonly isOff: boolean;
  readonly onPress: () => void;
}

/** A small button of a row: a drawing, named for those who do not see it. */
export function RowButton({ part: name, label, isOff, onPress }: RowButtonProps): ReactNode {
  const { part } = useVariables();
  const { className, ...names } = part(name);
  return (
    <button
      {...names}
      className={`onb-button ${className}`}
      type="button"
      data-variant="quiet"
      aria-label={label}
      aria-disabled={isOff || undefined}
      onClick={({ detail }) => {
        // The second click of a double click falls on the next row, which nobody meant to remove.
        const isSecond = detail > 1 && name === 'remove-row';
        if (!isOff && !isSecond) onPress();
      }}
    >
      <svg className="onb-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path d={PATHS[name]} />
      </svg>
    </button>
  );
}
