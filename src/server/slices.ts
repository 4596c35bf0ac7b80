import { monotonicNow } from './clock.js';

/** Milliseconds that long work computes before it lets the rest of the process run. */
const sliceMs = 10;

/** Lets go of the event loop now and then, so that long work holds up nobody else's request. */
export interface Slices {
  /** Resolves at once while the slice lasts; otherwise after everything that waits has had its turn. */
  pauseIfDue(): Promise<void>;
}

export function createSlices(): Slices {
  let startedAt = monotonicNow();
  return {
    async pauseIfDue() {
      if (monotonicNow() - startedAt < sliceMs) return;
      await takeTurns();
      startedAt = monotonicNow();
    },
  };
}

/** Maps a list in slices, in its order. */
export async function mapInSlices<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const slices = createSlices();
  const mapped: R[] = [];
  for (const item of items) {
    mapped.push(map(item));
    await slices.pauseIfDue();
  }
  return mapped;
}

/** A message to oneself is a task of its own, and unlike a timer it waits for no millisecond. */
function takeTurns(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const goOn = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', goOn, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
