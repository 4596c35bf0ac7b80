import type { ReactNode } from 'react';
import type { DemoTextKey } from './texts.js';
import type { EventLog, LoggedEvent } from './useEventLog.js';

interface EventPanelProps {
  readonly log: EventLog;
  readonly text: (key: DemoTextKey) => string;
}

/** The stream that a host gets from `onEvent`, newest first. */
export function EventPanel({ log, text }: EventPanelProps): ReactNode {
  if (log.entries.length === 0) return <p className="demo-quiet">{text('events.none')}</p>;
  return (
    <>
      <button type="button" className="demo-button" onClick={log.clear}>
        {text('events.clear')}
      </button>
      <ol className="demo-events" dir="ltr" lang="en" reversed>
        {log.entries.map((entry) => (
          <EventItem key={entry.number} entry={entry} />
        ))}
      </ol>
    </>
  );
}

function EventItem({ entry }: { readonly entry: LoggedEvent }): ReactNode {
  const { type, ...details } = entry.event;
  return (
    <li>
      <span className="demo-events-time">{(entry.at / 1000).toFixed(1)} s</span>
      <details>
        <summary>{type}</summary>
        <pre className="demo-code">{JSON.stringify(details, null, 2)}</pre>
      </details>
    </li>
  );
}
