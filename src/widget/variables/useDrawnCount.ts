import { startTransition, useEffect, useLayoutEffect, useState } from 'react';
import { useVariables } from './VariablesContext.js';

/** So many are drawn at once: more than a screen shows. */
const FIRST = 100;
/** So many more at most come with each step, which then is done before a key press would wait. */
const STEP = 400;

/**
 * How many of a group's fields to draw now: the first at once, the rest in steps that give way to
 * independent of what the user does. What is added after that is drawn at once.
 */
export function useDrawnCount(total: number): number {
  const { onDrawn } = useVariables();
  const [count, setCount] = useState(total > FIRST ? FIRST : Infinity);
  useLayoutEffect(onDrawn, [count, total, onDrawn]);
  useEffect(() => {
    if (count === Infinity) return;
    const next = count + Math.min(3 * count, STEP);
    startTransition(() => setCount(next < total ? next : Infinity));
  }, [count, total]);
  return count;
}

/** The state of a group whose fields far from view are not laid out. */
export function toLength(total: number): 'long' | undefined {
  return total >= FIRST ? 'long' : undefined;
}
