'use client';
import type { ReactNode } from 'react';
import { ListOrFlow } from './integration/ListOrFlow.js';
import { splitProps } from './OnboardingFlow.js';
import type { FlowOptions } from './options/FlowOptions.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface OnboardingWidgetProps extends SharedProps, FlowOptions {
  /** The integration: the environment of the platform that the host listed. */
  readonly environmentId: string;
}

/** Current activations of one integration, and the flow that makes one. */
export function OnboardingWidget({ environmentId, ...rest }: OnboardingWidgetProps): ReactNode {
  const [shared, options] = splitProps(rest);
  return (
    <WidgetRoot component="OnboardingWidget" shared={shared}>
      <ListOrFlow key={environmentId} environmentId={environmentId} options={options} />
    </WidgetRoot>
  );
}
