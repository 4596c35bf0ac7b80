import type { ReactNode } from 'react';
import type { ConnectionHealth } from '../../domain/connection.js';
import { usePart } from '../root/part.js';
import { useText, type Text } from '../root/text.js';
import { Icon } from './Icon.js';

const ICONS = { expiring: 'clock', expired: 'failed', failing: 'warning' } as const;

/** Shows health in words and an icon where the user should look; nothing where all is well. */
export function HealthBadge({ health }: { readonly health: ConnectionHealth }): ReactNode {
  const part = usePart();
  const text = useText();
  const { status, expiresAt } = health;
  if (status === 'ok' || status === 'unchecked') return null;
  const exact = status === 'expiring' || status === 'expired' ? text.formatMoment(expiresAt) : '';
  return (
    <span {...part('health', status)} title={exact || undefined}>
      <Icon name={ICONS[status]} />
      {toHealthText(text, health)}
    </span>
  );
}

/** Health in words alone. */
function toHealthText({ t, formatDay }: Text, { status, expiresAt }: ConnectionHealth): string {
  if (status !== 'expiring' && status !== 'expired') return t(`health.${status}`);
  const date = formatDay(expiresAt);
  if (date !== '') return t(`health.${status}`, { date });
  return t(`health.${status}.undated`);
}
