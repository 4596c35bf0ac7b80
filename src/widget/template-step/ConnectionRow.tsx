import { memo, useId, type ReactNode } from 'react';
import { isUsable, type Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { callHost, type ConnectionLabels } from '../parts/connectionLabels.js';
import { HealthBadge, RefusedBadge } from '../parts/HealthBadge.js';
import { usePart } from '../root/part.js';
import { SystemIcon } from '../parts/SystemIcon.js';
import { ConnectionDetails } from '../parts/ConnectionDetails.js';

interface ConnectionRowProps {
  readonly groupName: string;
  readonly template: ConnectionTemplate;
  readonly connection: Connection;
  readonly labels: ConnectionLabels | undefined;
  readonly isChosen: boolean;
  /** The platform has refused it. */
  readonly isRefused?: boolean;
  /** The element that says what is wrong with the choice. */
  readonly errorId?: string | undefined;
  readonly onChoose: (connectionTemplateId: string, connection: Connection) => void;
}

/** Makes a connection one large target: its name is the radio's name, the rest describes it. */
export const ConnectionRow: React.MemoExoticComponent<(props: ConnectionRowProps) => ReactNode> =
  memo(function ConnectionRow(props: ConnectionRowProps): ReactNode {
    const { groupName, template, connection, labels, isChosen, isRefused, errorId, onChoose } =
      props;
    const part = usePart();
    const { renderConnection } = useFlowOptions();
    const id = useId();
    const name = labels?.name ?? connection.name;
    const own = renderConnection && callHost(() => renderConnection(connection, template));
    return (
      <label {...part('connection', isChosen ? 'chosen' : undefined)}>
        <input
          type="radio"
          className="onb-radio"
          form=""
          name={groupName}
          value={connection.id}
          checked={isChosen}
          onChange={() => onChoose(template.id, connection)}
          aria-labelledby={`${id}name`}
          aria-describedby={`${id}details ${id}health ${errorId ?? ''}`.trim()}
          // oxlint-disable-next-line jsx-a11y/role-supports-aria-props -- of the group by the book, but read where the focus is
          aria-invalid={isRefused || errorId !== undefined ? true : undefined}
        />
        <SystemIcon name={name} url={template.iconUrl} />
        <span className="onb-connection-body">
          <span className="onb-connection-name" id={`${id}name`} dir="auto">
            {own === undefined ? name : <span className="onb-host">{own}</span>}
          </span>
          {labels && own === undefined && <ConnectionDetails id={`${id}details`} labels={labels} />}
        </span>
        <span
          className="onb-connection-health"
          id={`${id}health`}
          data-usable={isUsable(connection)}
        >
          {isRefused ? <RefusedBadge /> : <HealthBadge health={connection.health} />}
        </span>
      </label>
    );
  });
