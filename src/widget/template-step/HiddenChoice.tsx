import type { ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { toConnectionLabels } from '../parts/connectionLabels.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

interface HiddenChoiceProps {
  readonly connection: Connection;
  readonly template: ConnectionTemplate;
}

/** Names the chosen connection while the filter hides it, since Continue would take it. */
export function HiddenChoice({ connection, template }: HiddenChoiceProps): ReactNode {
  const part = usePart();
  const text = useText();
  const { formatConnection } = useFlowOptions();
  const { name } = toConnectionLabels(text, connection, template, formatConnection);
  return <p {...part('hidden-choice')}>{text.t('template.chosenHidden', { connection: name })}</p>;
}
