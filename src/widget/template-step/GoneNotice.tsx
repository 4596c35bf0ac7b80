import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import { toShownName } from '../../domain/shownName.js';
import { Notice } from '../parts/Notice.js';
import { useText } from '../root/text.js';

/** Says that the chosen connection is gone, and that nothing else is lost. */
export function GoneNotice({ connection }: { readonly connection: Connection }): ReactNode {
  const { t } = useText();
  const name = toShownName(connection.name) || t('unnamed');
  return (
    <Notice tone="danger" isAlert heading={t('template.gone.heading')}>
      <p>{t('template.gone', { connection: name })}</p>
    </Notice>
  );
}
