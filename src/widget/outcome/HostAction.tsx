import type { ReactNode } from 'react';
import type { DoneAction } from '../options/FlowOptions.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';

/** The host's own next action: a link that looks like a button, or a button. */
export function HostAction({ action }: { readonly action: DoneAction }): ReactNode {
  const part = usePart();
  if ('onClick' in action) {
    return (
      <Button variant="primary" part="done-action" onClick={action.onClick}>
        {action.label}
      </Button>
    );
  }
  const { className, ...names } = part('done-action');
  return (
    <a {...names} className={`onb-button ${className}`} data-variant="primary" href={action.href}>
      {action.label}
    </a>
  );
}
