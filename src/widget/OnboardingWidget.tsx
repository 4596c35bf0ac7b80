'use client';
import type { ReactNode } from 'react';
import { ListOrFlow } from './integration/ListOrFlow.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface OnboardingWidgetProps extends SharedProps {
  /** The integration: the environment of the platform that the host listed. */
  readonly environmentId: string;
}

/** Current activations of one integration, and the flow that makes one. */
export function OnboardingWidget(props: OnboardingWidgetProps): ReactNode {
  const { environmentId } = props;
  return (
    <WidgetRoot component="OnboardingWidget" props={props}>
      <ListOrFlow key={environmentId} environmentId={environmentId} />
    </WidgetRoot>
  );
}
