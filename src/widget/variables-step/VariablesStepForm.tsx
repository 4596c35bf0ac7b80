import type { ReactNode } from 'react';
export function VariablesStepForm(): ReactNode {
  return null;
}
