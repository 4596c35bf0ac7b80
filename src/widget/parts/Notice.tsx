import type { ReactNode } from 'react';
import { usePart } from '../root/part.js';
import { Heading } from './Heading.js';
import { Icon } from './Icon.js';

type Tone = 'info' | 'warning' | 'danger';

interface NoticeProps {
  readonly tone: Tone;
  readonly heading?: string | undefined;
  /** Where it stands in place of a screen its heading is one for everybody, so far below the title. */
  readonly headingDepth?: 0 | 1 | undefined;
  /** True: read aloud as soon as it appears. */
  readonly isAlert?: boolean;
  readonly children?: ReactNode;
  /** `null`, `false` and nothing: none. */
  readonly actions?: ReactNode;
}

const ICONS = { info: 'info', warning: 'warning', danger: 'failed' } as const;

/** Shows a message where it belongs: what happened, then what to do. */
export function Notice(props: NoticeProps): ReactNode {
  const { tone, heading, headingDepth, isAlert, children, actions } = props;
  const part = usePart();
  const hasActions = actions !== undefined && actions !== null && actions !== false;
  return (
    <div {...part('notice')} data-tone={tone} role={isAlert ? 'alert' : undefined}>
      <Icon name={ICONS[tone]} />
      <div className="onb-notice-body">
        {heading !== undefined && headingDepth === undefined && (
          <p className="onb-notice-heading">{heading}</p>
        )}
        {heading !== undefined && headingDepth !== undefined && (
          <Heading depth={headingDepth} className="onb-notice-heading">
            {heading}
          </Heading>
        )}
        {children}
        {hasActions && <div className="onb-notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
