import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlow } from '../flow/FlowContext.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { ConnectNewButton } from './ConnectNewButton.js';

interface NoConnectionProps {
  readonly template: ConnectionTemplate;
  readonly onLookAgain: () => Promise<readonly Connection[]>;
}

/** Nothing to choose: what is needed, and the ways to get it. */
export function NoConnection({ template, onLookAgain }: NoConnectionProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { integration } = useFlow();
  const names = { integration: integration.name, template: template.name };
  return (
    <div {...part('empty')}>
      <p className="onb-empty-heading">{t('template.none.heading', names)}</p>
      <p>{t('template.none.text', names)}</p>
      <div className="onb-empty-actions">
        <ConnectNewButton
          template={template}
          label="template.connectNew"
          refresh={onLookAgain}
          isPrimary
        />
        <Button variant="plain" part="look-again" onClick={() => void onLookAgain()}>
          {t('template.lookAgain')}
        </Button>
      </div>
    </div>
  );
}
