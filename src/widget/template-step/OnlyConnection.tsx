import { useId, useMemo, type ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlow } from '../flow/FlowContext.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectionRow } from './ConnectionRow.js';
import { useRowLabels } from './rowLabels.js';

interface OnlyConnectionProps {
  readonly template: ConnectionTemplate;
  readonly connection: Connection;
  readonly heading: string;
  /** Shows what else there is to choose; absent: nothing else. */
  readonly onChange: (() => void) | undefined;
}

/**
 * The one account that there is, stated and not asked for. It stays a chosen radio, so that its row
 * works the same by keyboard before and after "Change".
 */
export function OnlyConnection(props: OnlyConnectionProps): ReactNode {
  const { template, connection, heading, onChange } = props;
  const part = usePart();
  const { t } = useText();
  const { actions } = useFlow();
  const rows = useMemo(() => [connection], [connection]);
  const labels = useRowLabels(rows, template);
  return (
    <div {...part('only')}>
      <fieldset {...part('connections', 'only')}>
        <legend className="onb-visually-hidden">{heading}</legend>
        <ConnectionRow
          groupName={useId()}
          template={template}
          connection={connection}
          labels={labels.get(connection.id)}
          isChosen
          onChoose={actions.chooseConnection}
        />
      </fieldset>
      {onChange && (
        <Button
          variant="quiet"
          part="change"
          aria-label={t('change.of', { name: template.name.trim() || t('unnamed') })}
          onClick={onChange}
        >
          {t('change')}
        </Button>
      )}
    </div>
  );
}
