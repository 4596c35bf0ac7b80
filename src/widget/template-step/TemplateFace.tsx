import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import { SystemIcon } from '../parts/SystemIcon.js';

/** The icon of the system whose account a step asks for. */
export function TemplateFace({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  return <SystemIcon name={template.name} url={template.iconUrl} size="large" />;
}
