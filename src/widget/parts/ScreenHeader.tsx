import type { ReactNode, RefObject } from 'react';
import { Heading } from './Heading.js';
import { usePart } from '../root/part.js';

interface ScreenHeaderProps {
  /** 0 where the screen has no title above it. */
  readonly depth: 0 | 1;
  readonly id: string;
  readonly heading: string;
  readonly lead: string | undefined;
  /** The face of what the screen is about. */
  readonly icon?: ReactNode;
  /** The heading's element, which takes the focus when the screen opens. */
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}

/** What a screen is about, and a line that explains it. */
export function ScreenHeader(props: ScreenHeaderProps): ReactNode {
  const { depth, id, heading, lead, icon, headingRef } = props;
  const part = usePart();
  return (
    <header {...part('step-header', icon === undefined ? undefined : 'icon')}>
      {icon}
      <Heading
        {...part('heading')}
        depth={depth}
        id={id}
        headingRef={headingRef}
        tabIndex={-1}
        dir="auto"
      >
        {heading}
      </Heading>
      {lead !== undefined && (
        <p {...part('lead')} dir="auto">
          {lead}
        </p>
      )}
    </header>
  );
}
