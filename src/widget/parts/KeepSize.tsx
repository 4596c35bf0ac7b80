import type { ReactNode } from 'react';

interface KeepSizeProps {
  /** The longer text that stood there before. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Puts one text in the place of another, as wide as that one, so that a button does not jump. */
export function KeepSize({ of, children }: KeepSizeProps): ReactNode {
  return (
    <span className="onb-keep-size">
      <span aria-hidden="true">{of}</span>
      <span>{children}</span>
    </span>
  );
}
