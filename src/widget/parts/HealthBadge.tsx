import type { ReactNode } from 'react';
import type { ConnectionHealth } from '../../domain/connection.js';
import { usePart } from '../root/part.js';
import { useText, type Text } from '../root/text.js';
import { Icon } from './Icon.js';

const ICONS = { expiring: 'clock', expired: 'failed', failing: 'warning' } as const;

/** Shows health in words, with an icon only where the user should look. */
export function HealthBadge({ health }: { readonly health: ConnectionHealth }): ReactNode {
  const part = usePart();
  const text = useText();
  const { status, expiresAt } = health;
  const icon = status === 'ok' || status === 'unchecked' ? null : ICONS[status];
  const exact = status === 'expiring' || status === 'expired' ? text.formatMoment(expiresAt) : '';
  return (
    <span {...part('health', status)} title={exact || undefined}>
      {icon && <Icon name={icon} />}
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
