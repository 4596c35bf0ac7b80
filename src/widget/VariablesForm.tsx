'use client';
import { useContext, useMemo, type ReactNode } from 'react';
import {
  OnboardingLookContext,
  type Appearance,
  type MessageOverrides,
} from '../headless/settings.js';
import { RootElement } from './root/WidgetRoot.js';
import { LazyBoundary } from './parts/LazyBoundary.js';
import { lazyModule } from './parts/lazyModule.js';
import type { VariablesFormBodyProps } from './variables/VariablesFormBody.js';

const lazyForm = lazyModule(() => import('./variables/VariablesFormBody.js'));

export interface VariablesFormProps extends VariablesFormBodyProps {
  /** BCP 47; default: the provider's, else `en`. */
  readonly locale?: string;
  readonly messages?: MessageOverrides;
  readonly appearance?: Appearance;
}

/**
 * A form for any JSON Schema, by itself: needs neither a backend nor a provider. The form and its
 * validator are loaded when it is first shown.
 */
export function VariablesForm(props: VariablesFormProps): ReactNode {
  const { locale, messages, appearance, ...form } = props;
  const outer = useContext(OnboardingLookContext);
  const look = useMemo(
    () => ({
      locale: locale ?? outer?.locale ?? 'en',
      messages: messages ?? outer?.messages ?? {},
      appearance: appearance ?? outer?.appearance ?? {},
    }),
    [locale, messages, appearance, outer],
  );
  if (typeof props.onSubmit !== 'function') {
    throw new Error(
      '<VariablesForm> has no onSubmit, so what is filled in would go nowhere. Pass onSubmit={(values) => …}.',
    );
  }
  return (
    <OnboardingLookContext.Provider value={look}>
      <RootElement>
        <LazyBoundary module={lazyForm} placeholder="form">
          {({ VariablesFormBody }) => <VariablesFormBody {...form} />}
        </LazyBoundary>
      </RootElement>
    </OnboardingLookContext.Provider>
  );
}
