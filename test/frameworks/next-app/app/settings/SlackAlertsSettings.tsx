'use client';

import type { ReactNode } from 'react';
import { createHttpBackend, OnboardingWidget } from 'react-versori-onboarding';

const backend = createHttpBackend({
  baseUrl: '/api/onboarding',
  headers: { 'X-Test-User': 'user-amelia' },
});

export function SlackAlertsSettings(props: { readonly environmentId: string }): ReactNode {
  return <OnboardingWidget backend={backend} userKey="amelia" {...props} />;
}
