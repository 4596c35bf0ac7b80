import { watchTimers } from './watchTimers.js';
import { createRoot } from 'react-dom/client';
import { createHttpBackend, OnboardingWidget } from 'react-versori-onboarding';
import 'react-versori-onboarding/styles.css';
import { toAnswer } from './answers.js';

/** What `question.ts` calls in the page. */
export interface LifetimeBench {
  /** Mounts and unmounts so many times: before an answer, while the accounts come, and afterwards. */
  readonly mount: (times: number) => Promise<void>;
  /** How many of each length, in milliseconds. */
  readonly countTimers: () => Readonly<Record<string, number>>;
  readonly countRequests: () => number;
}

const timers = watchTimers();
let requests = 0;

const backend = createHttpBackend({
  baseUrl: '/api',
  fetch: async (input, init) => {
    requests += 1;
    try {
      await answerLater(init?.signal);
      const { pathname } = new URL(input, location.href);
      return Response.json(toAnswer(pathname));
    } finally {
      requests -= 1;
    }
  },
});

/** As a network does: an answer takes a moment, and may be given up. */
function answerLater(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')), {
      once: true,
    });
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

const lifetimeBench: LifetimeBench = {
  async mount(times) {
    const stage = document.getElementById('stage') ?? document.body;
    for (let time = 0; time < times; time += 1) {
      const root = createRoot(stage);
      root.render(<OnboardingWidget backend={backend} environmentId="bench" userKey="user" />);
      if (time % 3 === 1) await nextFrame();
      if (time % 3 === 2) while (stage.querySelector('input') === null) await nextFrame();
      root.unmount();
    }
    for (let frame = 0; frame < 5; frame += 1) await nextFrame();
  },
  countTimers() {
    const counts: Record<string, number> = {};
    for (const ms of timers.values()) counts[ms] = (counts[ms] ?? 0) + 1;
    return counts;
  },
  countRequests: () => requests,
};

Object.assign(window, { lifetimeBench });

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
