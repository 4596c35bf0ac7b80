/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent if it is not known, such as in a search. */
  readonly totalCount?: number;
  /** Opaque: goes back as `after`. Absent on the last page. */
  readonly next?: string;
  /** Set on a search that stopped early: there may be more matches. */
  readonly incomplete?: true;
}
