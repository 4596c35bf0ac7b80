import { useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../domain/json.js';
import type { LoadVariableOptions, VariableOption } from './variableOptions.js';

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

interface Question {
  readonly controller: AbortController;
  readonly timer?: number;
}

function end(question: Question | null): void {
  question?.controller.abort();
  window.clearTimeout(question?.timer);
}

/** Asks the host for options; a newer question ends the older one. */
export function useRemoteOptions(
  loadOptions: LoadVariableOptions,
  getValues: () => JsonObject,
): UseRemoteOptions {
  const [options, setOptions] = useState(IDLE);
  const question = useRef<Question | null>(null);

  useEffect(() => () => end(question.current), []);

  function ask(search: string, after: string | undefined, before: readonly VariableOption[]): void {
    end(question.current);
    const controller = new AbortController();
    const { signal } = controller;
    question.current = { controller };
    setOptions({ status: 'loading', items: before, next: after });
    const request = { search, values: getValues(), signal, ...(after !== undefined && { after }) };
    const fail = (): void => {
      if (!signal.aborted) setOptions({ status: 'failed', items: before, next: after });
    };
    // A host's function may throw before it gives a promise.
    Promise.resolve()
      .then(() => loadOptions(request))
      .then((page) => {
        if (signal.aborted) return;
        setOptions({ status: 'ready', items: [...before, ...page.items], next: page.next });
      })
      .catch(fail);
  }

  return {
    ...options,
    load(search, isTyping = false) {
      if (!isTyping) return ask(search, undefined, []);
      end(question.current);
      const timer = window.setTimeout(() => ask(search, undefined, []), TYPING_MS);
      question.current = { controller: new AbortController(), timer };
    },
    loadMore: (search) => ask(search, options.next, options.items),
  };
}
