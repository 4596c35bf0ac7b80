/**
 * Timers of the page that have neither come nor been cleared, and their milliseconds. Called before
 * any other code runs.
 */
export function watchTimers(): ReadonlyMap<number, number> {
  const pending = new Map<number, number>();
  const { setTimeout: start, clearTimeout: stop } = window;
  const { setInterval: startInterval, clearInterval: stopInterval } = window;
  Object.assign(window, {
    setTimeout(act: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) {
      const id = start(() => {
        pending.delete(id);
        act(...given);
      }, ms);
      pending.set(id, ms);
      return id;
    },
    clearTimeout(id?: number) {
      if (id !== undefined) pending.delete(id);
      stop(id);
    },
    setInterval(act: () => void, ms = 0) {
      const id = startInterval(act, ms);
      pending.set(id, ms);
      return id;
    },
    clearInterval(id?: number) {
      if (id !== undefined) pending.delete(id);
      stopInterval(id);
    },
  });
  return pending;
}
