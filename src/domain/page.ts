/** One page of a longer list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent where it is not known, such as in a search. */
  readonly totalCount?: number;
  /** Opaque: goes back as `after`. Absent on the last page. */
  readonly next?: string;
  /** A search that did not see all: there may be more matches. */
  readonly incomplete?: true;
}
