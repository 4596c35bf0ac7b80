import type { ReactNode } from 'react';
import type { BackendError } from '../../backend/backendError.js';
import { LoadError, type LoadErrorProps } from './LoadError.js';
import { Skeleton, type SkeletonProps } from './Skeleton.js';

/** A read that has not succeeded. */
export type NotLoadedState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: BackendError; readonly retry: () => void };

interface NotLoadedProps extends SkeletonProps, Pick<LoadErrorProps, 'headingDepth'> {
  readonly state: NotLoadedState;
}

/** Stands in for what has not loaded: its outline, or why it failed with a button that tries again. */
export function NotLoaded({ state, headingDepth, ...outline }: NotLoadedProps): ReactNode {
  if (state.status === 'loading') return <Skeleton {...outline} />;
  return <LoadError error={state.error} onRetry={state.retry} headingDepth={headingDepth} />;
}
