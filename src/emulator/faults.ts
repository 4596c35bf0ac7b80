import type { OperationName } from './operation.js';

/**
 * A fault of one request. `dropBefore`: the connection breaks and nothing was done;
 * `dropAfter`: it was done, then the connection breaks; `commitLater`: the connection breaks at once
 * and it is done `ms` later. `truncated` was done and half of the answer arrives; `hang` was not done
 * and is never answered; `status`, `rateLimited` and `html` (a gateway's page, 502 unless said) are
 * answered in place of being done; `latency` is done after `ms`.
 */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly fields?: readonly { readonly field: string; readonly message: string }[];
      /** True: no body at all. */
      readonly emptyBody?: boolean;
    }
  | { readonly kind: 'rateLimited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'dropBefore' }
  | { readonly kind: 'dropAfter' }
  | { readonly kind: 'commitLater'; readonly ms: number }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'hang' };

export interface FaultRule {
  /** `'*'`: any operation. */
  readonly operation: OperationName | '*';
  readonly fault: Fault;
  /** How many requests it meets, one when left out; `Infinity` until it is cleared. */
  readonly times?: number;
}

export interface Faults {
  /** Rules are used up in the order in which they were added; a request meets one at most. */
  readonly add: (rule: FaultRule) => void;
  readonly clear: () => void;
  /** The rules that are not used up, with the number of times left. */
  readonly list: () => readonly Required<FaultRule>[];
}

/** The emulator's own side of `Faults`: `take` uses up one time of the first rule that fits. */
export interface FaultQueue extends Faults {
  readonly take: (operation: OperationName | null) => Fault | null;
}

export function createFaultQueue(): FaultQueue {
  let rules: Required<FaultRule>[] = [];
  return {
    add({ operation, fault, times = 1 }) {
      if (!(times >= 1)) {
        throw new RangeError(`faults.add: times is ${times}; it must be 1 or more, or Infinity.`);
      }
      rules.push({ operation, fault, times });
    },
    clear() {
      rules = [];
    },
    list: () => [...rules],
    take(operation) {
      const index = rules.findIndex(
        (rule) => rule.operation === '*' || rule.operation === operation,
      );
      const rule = rules[index];
      if (rule === undefined) return null;
      const left = rule.times - 1;
      rules.splice(index, 1, ...(left > 0 ? [{ ...rule, times: left }] : []));
      return rule.fault;
    },
  };
}
