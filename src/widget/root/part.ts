import { useContext, useMemo } from 'react';
import { OnboardingLookContext } from '../../headless/settings.js';

export interface PartProps {
  readonly className: string;
  readonly 'data-onb-part': string;
  readonly 'data-state'?: string;
}

/** Props that make an element a part: its class, its name for hosts and tests, its state. */
export type Part = (name: string, state?: string) => PartProps;

/** Parts carry the extra classes that the host gave for them in `appearance.classNames`. */
export function usePart(): Part {
  const classNames = useContext(OnboardingLookContext)?.appearance.classNames;
  return useMemo(
    () => (name, state) => {
      const extra =
        classNames !== undefined && Object.hasOwn(classNames, name) ? classNames[name] : '';
      return {
        className: `onb-${name}${extra ? ` ${extra}` : ''}`,
        'data-onb-part': name,
        ...(state !== undefined && { 'data-state': state }),
      };
    },
    [classNames],
  );
}
