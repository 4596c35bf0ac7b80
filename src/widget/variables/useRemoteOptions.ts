import { useEffect, useState } from 'react';
import type { JsonObject } from '../../domain/json.js';
import type { LoadVariableOptions, VariableOption } from '../options/variableOptions.js';

/** What is known of a host's options; `status` is that of the newest question. */
export interface RemoteOptions {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly items: readonly VariableOption[];
  /** How to ask for more; absent where there is no more. */
  readonly next: string | undefined;
}

export interface UseRemoteOptions extends RemoteOptions {
  /** Asks anew, from the first page; waits a moment where `isTyping`. */
  readonly load: (search: string, isTyping?: boolean) => void;
  readonly loadMore: (search: string) => void;
}

/** A pause in typing that is long enough to ask. */
const TYPING_MS = 250;
const IDLE: RemoteOptions = { status: 'idle', items: [], next: undefined };

type Options = readonly VariableOption[];

/** A question is kept, not just asked: React may end an effect and begin it anew. */
interface Question {
  readonly after: string | undefined;
  /** The pages before. */
  readonly items: Options;
  readonly delayMs: number;
  readonly load: (signal: AbortSignal) => ReturnType<LoadVariableOptions>;
}

/** Asks the host for options; a newer question ends the older one. */
export function useRemoteOptions(
  loadOptions: LoadVariableOptions,
  getValues: () => JsonObject,
): UseRemoteOptions {
  const [options, setOptions] = useState(IDLE);
  const [question, setQuestion] = useState<Question | null>(null);

  useEffect(() => {
    if (question === null) return undefined;
    const { items, after: next } = question;
    const controller = new AbortController();
    const { signal } = controller;
    const show = (shown: RemoteOptions): void => {
      if (!signal.aborted) setOptions(shown);
    };
    const timer = setTimeout(() => {
      question.load(signal).then(
        (page) => show({ status: 'ready', items: [...items, ...page.items], next: page.next }),
        () => show({ status: 'failed', items, next }),
      );
    }, question.delayMs);
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [question]);

  function ask(search: string, after: string | undefined, items: Options, delayMs: number): void {
    const rest = after === undefined ? {} : { after };
    // What was found for another text is gone at once: it must not be chosen for this one.
    setOptions({ status: 'loading', items, next: after });
    setQuestion({
      after,
      items,
      delayMs,
      // A host's function may throw before it gives a promise.
      load: async (signal) => loadOptions({ search, values: getValues(), signal, ...rest }),
    });
  }

  return {
    ...options,
    load: (search, isTyping = false) => ask(search, undefined, [], isTyping ? TYPING_MS : 0),
    loadMore: (search) => ask(search, options.next, options.items, 0),
  };
}
