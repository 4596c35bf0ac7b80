import type { Fault } from 'react-versori-onboarding/emulator';

interface FaultKind {
  readonly key: string;
  readonly text: string;
  readonly fault: Fault;
}

/** The faults that the controls offer, in the words of the platform's side. */
export const faultKinds: readonly FaultKind[] = [
  { key: 'slow', text: 'Answers after 3 seconds', fault: { kind: 'latency', ms: 3000 } },
  { key: 'hang', text: 'Never answers', fault: { kind: 'hang' } },
  { key: 'dropBefore', text: 'Breaks off, nothing done', fault: { kind: 'dropBefore' } },
  { key: 'dropAfter', text: 'Breaks off, yet done', fault: { kind: 'dropAfter' } },
  { key: 'later', text: 'Breaks off, done 3 s later', fault: { kind: 'commitLater', ms: 3000 } },
  {
    key: 'limited',
    text: '429, retry after 5 s',
    fault: { kind: 'rateLimited', retryAfterSeconds: 5 },
  },
  { key: 'refused', text: '401, key refused', fault: { kind: 'status', status: 401 } },
  { key: 'missing', text: '404', fault: { kind: 'status', status: 404 } },
  { key: 'broken', text: '500', fault: { kind: 'status', status: 500 } },
  { key: 'down', text: '503', fault: { kind: 'status', status: 503 } },
  { key: 'html', text: 'A gateway’s HTML page', fault: { kind: 'html' } },
  { key: 'truncated', text: 'Half of the answer', fault: { kind: 'truncated' } },
];
