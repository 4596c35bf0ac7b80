import { useState, type ReactNode } from 'react';
import type { DemoTextKey } from './texts.js';

interface CodePanelProps {
  readonly code: string;
  readonly text: (key: DemoTextKey) => string;
}

/** What the host wrote for what is on the page, to copy. */
export function CodePanel({ code, text }: CodePanelProps): ReactNode {
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <>
      <pre className="demo-code" dir="ltr" lang="en">
        {code}
      </pre>
      <button
        type="button"
        className="demo-button"
        onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(code))}
      >
        {text(copied === code ? 'copied' : 'copy')}
      </button>
    </>
  );
}
