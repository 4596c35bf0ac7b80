import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { EditStep } from './editing.js';
import { ScreenHeader } from '../parts/ScreenHeader.js';
import { usePart } from '../root/part.js';

interface EditFrameProps {
  readonly step: EditStep;
  readonly heading: string;
  readonly lead?: string;
  readonly children: ReactNode;
  readonly footer: ReactNode;
  /** False: something within takes the focus itself. Default: true. */
  readonly takesFocus?: boolean;
}

/** One screen of the editor: its heading takes the focus when it opens. */
export function EditFrame(props: EditFrameProps): ReactNode {
  const { step, heading, lead, children, footer, takesFocus = true } = props;
  const part = usePart();
  const id = useId();
  const element = useRef<HTMLHeadingElement>(null);

  useLayoutEffect(() => {
    if (takesFocus) element.current?.focus();
    // When the screen opens, never while the user works in it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [step]);

  return (
    <section {...part('edit', step)} aria-labelledby={id}>
      <ScreenHeader depth={0} id={id} heading={heading} lead={lead} headingRef={element} />
      {children}
      <footer {...part('actions')}>{footer}</footer>
    </section>
  );
}
