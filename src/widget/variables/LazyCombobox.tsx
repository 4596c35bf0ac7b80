import type { ReactNode } from 'react';
import { toText } from '../../variables/errorParameters.js';
import { toValue } from '../../variables/toValue.js';
import { Button } from '../parts/Button.js';
import { useLazyModule } from '../parts/LazyBoundary.js';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { lazyControls } from './lazyControls.js';
import { OptionSelect, type OptionListProps } from './OptionSelect.js';
import type { RemoteChoiceProps } from './RemoteChoice.js';
import { useVariables } from './VariablesContext.js';

/** Loads what only a long list needs. Without it the list is a select. */
export function LazyFilteredChoice(props: OptionListProps): ReactNode {
  const state = useLazyModule(lazyControls);
  if (state.status === 'ready') return <state.module.FilteredChoice {...props} />;
  if (state.status === 'failed') return <OptionSelect {...props} />;
  const chosen = props.options.find(({ index }) => index === props.chosen);
  return <WaitingChoice {...props} text={chosen?.label ?? ''} />;
}

/** Loads what only options of the host need. Without it they can be asked for again. */
export function LazyRemoteChoice(props: RemoteChoiceProps): ReactNode {
  const { t } = useVariables();
  const state = useLazyModule(lazyControls);
  if (state.status === 'ready') return <state.module.RemoteChoice {...props} />;
  const value = toValue(props.field, props.state.input, []);
  return (
    <WaitingChoice {...props} text={value === undefined ? '' : toText(value)}>
      {state.status === 'failed' && (
        <Button variant="quiet" part="retry" onClick={state.retry}>
          {t('field.retry')}
        </Button>
      )}
    </WaitingChoice>
  );
}

interface WaitingChoiceProps extends FieldProps {
  readonly text: string;
  readonly children?: ReactNode;
}

/** What is chosen, in a control of the size of the one that follows. */
function WaitingChoice({
  field,
  state,
  label,
  isBare,
  text,
  children,
}: WaitingChoiceProps): ReactNode {
  const { part, t, getId } = useVariables();
  const id = getId(field.key);
  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <input
        {...part('input')}
        {...describeField(field, state, id)}
        id={id}
        readOnly
        dir="auto"
        placeholder={t(field.required ? 'field.choose' : 'field.notSet')}
        value={text}
      />
      {children}
    </FieldFrame>
  );
}
