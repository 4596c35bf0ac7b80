import type { ReactNode } from 'react';
import type { ConnectionTemplate } from '../../domain/template.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { Icon } from './Icon.js';
import { SystemIcon } from './SystemIcon.js';

interface ManagedRowProps {
  readonly template: ConnectionTemplate;
  /** The part's name of a row around it. */
  readonly part: 'review-row' | 'account';
}

/** A connection that the host provides: said, and not to be changed. */
export function ManagedRow({ template, part: name }: ManagedRowProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const templateName = template.name.trim() || t('unnamed');
  return (
    <div {...part(name, 'managed')}>
      <dt>
        <SystemIcon name={templateName} url={template.iconUrl} />
        <span dir="auto">{templateName}</span>
      </dt>
      <dd>
        <span className="onb-managed">
          <Icon name="lock" /> {t('review.managed')}
        </span>
      </dd>
    </div>
  );
}
