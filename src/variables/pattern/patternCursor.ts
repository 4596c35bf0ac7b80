/** Reads the source of a pattern from its beginning to its end. */
export interface PatternCursor {
  /** The `u` flag: strict, and by code points. */
  readonly isUnicode: boolean;
  readonly groupCount: number;
  readonly groupNames: ReadonlySet<string>;
  isAtEnd(): boolean;
  /** What a sticky expression matches here, without moving. */
  peek(token: RegExp): RegExpExecArray | null;
  /** Moves past what a sticky expression matches here. */
  read(token: RegExp): RegExpExecArray | null;
}

/** Escapes and classes come first, so that no parenthesis within them counts. */
const GROUPS = /\\[^]|\[(?:\\[^]|[^\]\\])*\]?|\((?!\?)|\(\?<(?![=!])([^>]*)>/g;

export function createPatternCursor(source: string, isUnicode: boolean): PatternCursor {
  const groups = [...source.matchAll(GROUPS)].filter(([token]) => token.startsWith('('));
  let at = 0;

  function peek(token: RegExp): RegExpExecArray | null {
    token.lastIndex = at;
    return token.exec(source);
  }

  return {
    isUnicode,
    groupCount: groups.length,
    groupNames: new Set(groups.flatMap(([, name]) => (name === undefined ? [] : [name]))),
    isAtEnd: () => at >= source.length,
    peek,
    read(token) {
      const found = peek(token);
      at += found?.[0].length ?? 0;
      return found;
    },
  };
}
