import { Fragment, type ReactNode } from 'react';
import { useFlow } from '../flow/FlowContext.js';
import { Icon } from '../parts/Icon.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** What will happen: the faces of the systems, from one to the next, and the host's own sentence. */
export function ReviewFlow(): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { connectionTemplates: templates, description } = useFlow().integration;
  if (templates.length < 2 && description === undefined) return null;
  return (
    <div {...part('review-flow')}>
      <span className="onb-review-faces" aria-hidden="true">
        {templates.slice(0, 4).map(({ id, name, iconUrl }, index) => (
          <Fragment key={id}>
            {index > 0 && <Icon name="next" />}
            <SystemIcon name={name.trim() || t('unnamed')} url={iconUrl} size="large" />
          </Fragment>
        ))}
      </span>
      {description !== undefined && <p dir="auto">{description}</p>}
    </div>
  );
}
