import type { Answer } from './answer.js';

/** Runs `work`, unless the same key runs already: then its answer, with 200, is this request's too. */
export type SharedRuns = (key: string, work: () => Promise<Answer>) => Promise<Answer>;

/** One for each handler: it knows what is being worked on in this process. */
export function createSharedRuns(): SharedRuns {
  const running = new Map<string, Promise<Answer>>();
  return async (key, work) => {
    const first = running.get(key);
    if (first !== undefined) return { ...(await first), status: 200 };
    const answer = work();
    running.set(key, answer);
    try {
      return await answer;
    } finally {
      running.delete(key);
    }
  };
}
