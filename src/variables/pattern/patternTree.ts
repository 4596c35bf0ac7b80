import type { CharacterSet } from './characterSet.js';

/** A pattern as it was parsed. Groups that only capture leave no trace: nothing refers to them. */
export type PatternNode =
  | { readonly kind: 'characters'; readonly set: CharacterSet }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'alternatives'; readonly options: readonly PatternNode[] }
  | RepeatNode
  | { readonly kind: 'assertion'; readonly at: PlaceAssertion }
  | LookNode
  /** Cannot be matched in linear time: a reference back, or flags for a part of the pattern. */
  | { readonly kind: 'unsupported' };

export interface RepeatNode {
  readonly kind: 'repeat';
  readonly body: PatternNode;
  readonly min: number;
  /** May be `Infinity`. */
  readonly max: number;
}

export interface LookNode {
  readonly kind: 'look';
  readonly isAhead: boolean;
  readonly isNegated: boolean;
  readonly body: PatternNode;
}

export type PlaceAssertion = 'start' | 'end' | 'wordBoundary' | 'notWordBoundary';

export interface PatternTree {
  readonly root: PatternNode;
  /** Characters are code points; without it they are UTF-16 units. */
  readonly isUnicode: boolean;
}
