import type { ReactNode, Ref } from 'react';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { usePart } from '../root/part.js';
import { Heading } from './Heading.js';

interface TitleProps {
  readonly id: string;
  readonly headingRef?: Ref<HTMLHeadingElement>;
  /** True: what stands below says the same. */
  readonly isRepeated?: boolean;
  readonly children: ReactNode;
}

/**
 * The title of a public component. Where the host shows its own, ours is not seen, but names the region
 * and takes the focus.
 */
export function Title({ id, headingRef, isRepeated = false, children }: TitleProps): ReactNode {
  const part = usePart();
  const { title = true } = useFlowOptions();
  const { className, ...names } = part('title');
  return (
    <Heading
      depth={0}
      {...names}
      className={title && !isRepeated ? className : 'onb-visually-hidden'}
      id={id}
      headingRef={headingRef}
      tabIndex={-1}
      dir="auto"
    >
      {children}
    </Heading>
  );
}
