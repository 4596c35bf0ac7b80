import { useState, type ReactNode } from 'react';
import { checkAccessibility, type AccessibilityReport } from './checkAccessibility.js';
import type { DemoTextKey } from './texts.js';

interface AccessibilityPanelProps {
  readonly findElement: () => Element | null;
  readonly text: (key: DemoTextKey) => string;
}

type Check =
  | { readonly status: 'idle' | 'running' }
  | { readonly status: 'done'; readonly report: AccessibilityReport };

/** Checks what is on the page now, on demand. */
export function AccessibilityPanel({ findElement, text }: AccessibilityPanelProps): ReactNode {
  const [check, setCheck] = useState<Check>({ status: 'idle' });
  const run = async (): Promise<void> => {
    const element = findElement();
    if (element === null || check.status === 'running') return;
    setCheck({ status: 'running' });
    setCheck({ status: 'done', report: await checkAccessibility(element) });
  };
  return (
    <>
      <p className="demo-quiet">{text('axe.lead')}</p>
      <button
        type="button"
        className="demo-button"
        aria-disabled={check.status === 'running'}
        onClick={() => void run()}
      >
        {text(check.status === 'running' ? 'axe.running' : 'axe.run')}
      </button>
      <div role="status">
        {check.status === 'done' && <Report report={check.report} text={text} />}
      </div>
    </>
  );
}

interface ReportProps {
  readonly report: AccessibilityReport;
  readonly text: (key: DemoTextKey) => string;
}

function Report({ report, text }: ReportProps): ReactNode {
  return (
    <>
      <p>
        <b>
          {text('axe.violations')}: {report.violations.length}
        </b>{' '}
        · {text('axe.passed')}: {report.passed}
      </p>
      <ul className="demo-violations" lang="en" dir="ltr">
        {report.violations.map(({ id, help, places }) => (
          <li key={id}>
            <b>{help}</b> <code>{places.join(', ')}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
