import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import { Icon } from '../parts/Icon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** What the host provides: said, and not to be changed. */
export function ManagedRow({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const part = usePart();
  const { t } = useText();
  return (
    <div {...part('review-row', 'managed')}>
      <dt dir="auto">{template.name.trim() || t('unnamed')}</dt>
      <dd>
        <span className="onb-managed">
          <Icon name="lock" /> {t('review.managed')}
        </span>
      </dd>
    </div>
  );
}
