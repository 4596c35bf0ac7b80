import { createElement, type HTMLAttributes, type ReactNode, type Ref } from 'react';
import { useFlowOptions } from '../options/FlowOptionsContext.js';

interface HeadingProps extends HTMLAttributes<HTMLHeadingElement> {
  /** How far below the title: 0 is the title itself. */
  readonly depth: 0 | 1 | 2;
  readonly headingRef?: Ref<HTMLHeadingElement> | undefined;
}

/** A heading at the level that follows from the host's `headingLevel`. */
export function Heading({ depth, headingRef, ...attributes }: HeadingProps): ReactNode {
  const { headingLevel = 2 } = useFlowOptions();
  const level = Math.min(Math.max(headingLevel + depth, 1), 6);
  return createElement(`h${level}`, { ...attributes, ref: headingRef });
}
