import { useContext, useMemo } from 'react';
import { OnboardingLookContext } from '../../headless/settings.js';
import type { PartName } from '../../styles/partNames.js';

export interface PartProps {
  readonly className: string;
  readonly 'data-onb-part': PartName;
  readonly 'data-state'?: string;
}

/** Props that make an element a part: its class, its name for hosts and tests, its state. */
export type Part = (name: PartName, state?: string) => PartProps;

/** Parts carry the extra classes that the host gave for them in `appearance.classNames`. */
export function usePart(): Part {
  const classNames = useContext(OnboardingLookContext)?.appearance.classNames;
  return useMemo(
    () => (name, state) => {
      const extra = classNames?.[name];
      return {
        className: `onb-${name}${extra ? ` ${extra}` : ''}`,
        'data-onb-part': name,
        ...(state !== undefined && { 'data-state': state }),
      };
    },
    [classNames],
  );
}
