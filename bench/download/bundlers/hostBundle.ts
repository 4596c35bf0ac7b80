/** A module of a host that is to be bundled. */
export interface HostBundle {
  /** Its absolute path. */
  readonly entry: string;
  /** Patterns of the modules that the host has anyway. */
  readonly external: readonly RegExp[];
}
