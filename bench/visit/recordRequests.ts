import type { CDPSession } from '@playwright/test';

export interface RecordedRequest {
  readonly url: string;
  /** Milliseconds of one clock. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly bytes: number;
}

export interface RequestRecord {
  /** Those that began until so many milliseconds after the first one. */
  readonly list: (untilMs: number) => readonly RecordedRequest[];
  readonly clear: () => void;
}

/** Records what a page asks for; what its cache answers is no request. */
export function recordRequests(session: CDPSession): RequestRecord {
  const open = new Map<string, { url: string; startedAt: number }>();
  let ended: RecordedRequest[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    open.set(requestId, { url: request.url, startedAt: timestamp * 1000 });
  });
  session.on('Network.requestServedFromCache', ({ requestId }) => void open.delete(requestId));
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache === true) open.delete(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const request = open.get(requestId);
    if (request === undefined) return;
    ended.push({ ...request, endedAt: timestamp * 1000, bytes: encodedDataLength });
  });
  return {
    list(untilMs) {
      const first = Math.min(...ended.map(({ startedAt }) => startedAt));
      return ended.filter(({ startedAt }) => startedAt <= first + untilMs);
    },
    clear() {
      open.clear();
      ended = [];
    },
  };
}

/** The longest chain in which each request began after the one before had ended. */
export function countRounds(requests: readonly RecordedRequest[]): number {
  const sorted = requests.toSorted((a, b) => a.startedAt - b.startedAt);
  const rounds = new Map<RecordedRequest, number>();
  for (const request of sorted) {
    const before = [...rounds].filter(([{ endedAt }]) => endedAt <= request.startedAt);
    rounds.set(request, 1 + Math.max(0, ...before.map(([, round]) => round)));
  }
  return Math.max(0, ...rounds.values());
}
