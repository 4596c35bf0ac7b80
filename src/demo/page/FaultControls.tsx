import { useState, type ReactNode } from 'react';
import type { ControlsState } from '../controlsState.js';
import { Choice } from './Choice.js';
import { faultKinds } from './faultKinds.js';
import type { DemoTextKey } from './texts.js';
import type { DemoControls } from './useDemoControls.js';

interface FaultControlsProps {
  readonly controls: DemoControls;
  readonly text: (key: DemoTextKey) => string;
}

/** Makes the emulated platform misbehave, and shows what the host's backend asked of it. */
export function FaultControls({ controls, text }: FaultControlsProps): ReactNode {
  return (
    <div className="demo-faults-body">
      <FaultForm controls={controls} text={text} />
      <WaitingFaults faults={controls.state.faults} text={text} />
      <Requests requests={controls.state.requests} text={text} onRefresh={controls.refresh} />
    </div>
  );
}

function FaultForm({ controls, text }: FaultControlsProps): ReactNode {
  const [operation, setOperation] = useState<ControlsState['operations'][number] | '*'>(
    'ActivateUser',
  );
  const [kind, setKind] = useState('slow');
  const [times, setTimes] = useState<'once' | 'always'>('once');
  return (
    <form
      className="demo-faults-form"
      onSubmit={(event) => {
        event.preventDefault();
        const fault = faultKinds.find(({ key }) => key === kind)?.fault;
        if (fault === undefined) return;
        controls.command({
          action: 'addFault',
          operation,
          fault,
          times: times === 'once' ? 1 : null,
        });
      }}
    >
      <p className="demo-faults-lead">{text('faults.lead')}</p>
      <Choice
        label={text('faults.operation')}
        value={operation}
        options={[
          { value: '*', text: text('faults.any') },
          ...controls.state.operations.map((name) => ({ value: name, text: name })),
        ]}
        onChange={setOperation}
      />
      <Choice
        label={text('faults.kind')}
        value={kind}
        options={faultKinds.map((each) => ({ value: each.key, text: each.text }))}
        onChange={setKind}
      />
      <Choice
        label={text('faults.times')}
        value={times}
        options={[
          { value: 'once', text: text('faults.once') },
          { value: 'always', text: text('faults.always') },
        ]}
        onChange={setTimes}
      />
      <div className="demo-faults-actions">
        <button type="submit" className="demo-button" data-kind="primary">
          {text('faults.add')}
        </button>
        <button
          type="button"
          className="demo-button"
          onClick={() => controls.command({ action: 'clearFaults' })}
        >
          {text('faults.clear')}
        </button>
        <button
          type="button"
          className="demo-button"
          onClick={() => controls.command({ action: 'reset' })}
        >
          {text('faults.reset')}
        </button>
      </div>
    </form>
  );
}

interface WaitingFaultsProps extends Pick<FaultControlsProps, 'text'> {
  readonly faults: ControlsState['faults'];
}

function WaitingFaults({ faults, text }: WaitingFaultsProps): ReactNode {
  return (
    <section>
      <h2 className="demo-faults-heading">{text('faults.waiting')}</h2>
      {faults.length === 0 && <p className="demo-faults-none">{text('faults.none')}</p>}
      <ul className="demo-faults-list">
        {withKeys(faults).map(({ key, operation, fault, times }) => (
          <li key={key}>
            <span>{operation === '*' ? text('faults.any') : operation}</span>
            <span>
              {fault.kind}
              {times === null ? ' ∞' : ` ×${times}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Faults have no ids, and two may be alike; their order in the queue tells them apart. */
function withKeys(
  faults: ControlsState['faults'],
): readonly (ControlsState['faults'][number] & { key: string })[] {
  return faults.map((entry, index) => ({ ...entry, key: `${index}` }));
}

interface RequestsProps extends Pick<FaultControlsProps, 'text'> {
  readonly requests: ControlsState['requests'];
  readonly onRefresh: () => void;
}

function Requests({ requests, text, onRefresh }: RequestsProps): ReactNode {
  const entries = Object.entries(requests);
  return (
    <section>
      <h2 className="demo-faults-heading">
        {text('requests.heading')}
        <button type="button" className="demo-button" data-kind="quiet" onClick={onRefresh}>
          {text('refresh')}
        </button>
      </h2>
      {entries.length === 0 && <p className="demo-faults-none">{text('requests.none')}</p>}
      <ul className="demo-faults-list">
        {entries.map(([operation, count]) => (
          <li key={operation}>
            <span>{operation}</span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
