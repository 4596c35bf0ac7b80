import { useId, type ReactNode } from 'react';
import type { IntegrationSummary } from '../../domain/integration.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { takeFocus } from '../parts/takeFocus.js';
import { Heading } from '../parts/Heading.js';
import { usePart } from '../root/part.js';
import { toHubState } from './hubState.js';
import { useHubText } from './hubText.js';

interface HubCardProps {
  readonly summary: IntegrationSummary;
  /** True: the user came back from it, so it takes the focus. */
  readonly takesFocus: boolean;
  readonly onOpen: () => void;
}

/** Shows one integration and its state. The whole card opens it. */
export function HubCard({ summary, takesFocus, onOpen }: HubCardProps): ReactNode {
  const part = usePart();
  const { t } = useHubText();
  const id = useId();
  const { name, description, iconUrl, activationCount } = summary;
  const state = toHubState(summary);
  const shownName = name.trim() || t('unnamed');
  const describedBy = `${description === undefined ? '' : `${id}description `}${id}state`;

  return (
    <div {...part('hub-card', state)}>
      <SystemIcon name={shownName} url={iconUrl} />
      <Heading depth={1} className="onb-hub-name" dir="auto">
        <button
          type="button"
          className="onb-hub-open"
          ref={takesFocus ? takeFocus : null}
          aria-describedby={describedBy}
          onClick={onOpen}
        >
          {shownName}
        </button>
      </Heading>
      {description !== undefined && (
        <p className="onb-hub-description" id={`${id}description`} dir="auto">
          {description}
        </p>
      )}
      <p className="onb-hub-state" id={`${id}state`}>
        <span {...part('status', state)}>{t(`hub.state.${state}`)}</span>
        {activationCount !== null && activationCount > 1 && (
          <span {...part('hub-activations')}>
            {t('hub.activations', { count: activationCount })}
          </span>
        )}
      </p>
      {state !== 'unavailable' && (
        <span {...part('hub-verb')} aria-hidden="true">
          {t(`hub.verb.${state}`)}
        </span>
      )}
    </div>
  );
}
