import type { ReactNode } from 'react';
import type { ConnectionHealth } from '../../domain/connection.js';
import { usePart } from '../root/part.js';
import { useText, type Text } from '../root/text.js';
import { Icon } from './Icon.js';

const ICONS = { expiring: 'clock', expired: 'failed', failing: 'warning' } as const;

/**
 * Shows in words what the user should look at, and nothing of an account that works. Most that work have
 * never been checked, so both look alike.
 */
export function HealthBadge({ health }: { readonly health: ConnectionHealth }): ReactNode {
  const part = usePart();
  const text = useText();
  const { status, expiresAt } = health;
  if (status === 'ok' || status === 'unchecked') return null;
  const exact = status === 'failing' ? '' : text.formatMoment(expiresAt);
  return (
    <span {...part('health', status)} title={exact || undefined}>
      <Icon name={ICONS[status]} />
      {toHealthText(text, status, expiresAt)}
    </span>
  );
}

/** Shows that the platform has just refused an account, whatever is known of its health. */
export function RefusedBadge(): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <span {...part('health', 'refused')}>
      <Icon name="failed" />
      {t('health.refused')}
    </span>
  );
}

/** Health in words alone. */
function toHealthText(
  { t, formatDay }: Text,
  status: keyof typeof ICONS,
  expiresAt: string | undefined,
): string {
  if (status === 'failing') return t('health.failing');
  const date = formatDay(expiresAt);
  if (date !== '') return t(`health.${status}`, { date });
  return t(`health.${status}.undated`);
}
