import type { ReactNode } from 'react';
import { SlackAlertsSettings } from './SlackAlertsSettings';

export default function Page(): ReactNode {
  return (
    <main>
      <h1>Settings</h1>
      <SlackAlertsSettings environmentId={process.env['ENVIRONMENT_ID'] ?? ''} />
    </main>
  );
}
