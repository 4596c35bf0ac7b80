import { useState, type ReactNode } from 'react';
import { isUsable } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlow, useFlowSlice } from '../flow/FlowContext.js';
import { toConnectionLabels } from '../parts/connectionLabels.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { HealthBadge } from '../parts/HealthBadge.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { AccountDetails } from '../parts/AccountDetails.js';
import { ConnectionDetails } from '../parts/ConnectionDetails.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { ChangeButton } from './ChangeButton.js';
import { ChoiceRecovery } from './ChoiceRecovery.js';

/** Shows the connection chosen for a template, with a warning where it does not work. */
export function ChosenRow({ template }: { readonly template: ConnectionTemplate }): ReactNode {
  const part = usePart();
  const text = useText();
  const { actions } = useFlow();
  const { formatConnection } = useFlowOptions();
  const connection = useFlowSlice((state) => state.choices.get(template.id));
  // From the start: a choice that is repaired here still says so.
  const [wasUsable] = useState(() => connection === undefined || isUsable(connection));
  if (connection === undefined) return null;
  const templateName = template.name.trim() || text.t('unnamed');
  const labels = toConnectionLabels(text, connection, template, formatConnection);
  return (
    <div {...part('review-row')} data-usable={isUsable(connection)}>
      <dt>
        <SystemIcon name={templateName} url={template.iconUrl} />
        <span dir="auto">{templateName}</span>
      </dt>
      <dd>
        <span className="onb-account-name" dir="auto">
          {labels.name}
        </span>
        <ConnectionDetails labels={labels} />
        <HealthBadge health={connection.health} />
        <AccountDetails connection={connection} labels={labels} />
        <ChangeButton
          name={template.name}
          onClick={() => actions.open(`template:${template.id}`)}
        />
      </dd>
      {!wasUsable && <ChoiceRecovery template={template} connection={connection} />}
    </div>
  );
}
