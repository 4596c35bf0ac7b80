'use client';
import { useState, type ReactNode } from 'react';
import { useIntegrations } from '../headless/useIntegrations.js';
import { HubView, type HubPresentation } from './hub/HubView.js';
import { WidgetRoot, type SharedProps } from './root/WidgetRoot.js';

export interface IntegrationHubProps extends SharedProps {
  /** Whether an integration opens in place of the cards, or in a dialog above them. Default: `inline`. */
  readonly presentation?: HubPresentation;
  /**
   * The environment id of the open integration; `null`: none. With it the host decides what is open,
   * from its URL, say, and `onSelect` is where the user's wish goes. Without it the hub decides.
   */
  readonly selected?: string | null;
  /** The user opened an integration, or closed it (`null`). */
  readonly onSelect?: (environmentId: string | null) => void;
}

/** Every integration that the host lists, as cards; each opens its activations or the flow. */
export function IntegrationHub(props: IntegrationHubProps): ReactNode {
  const { presentation = 'inline', selected, onSelect } = props;
  return (
    <WidgetRoot component="IntegrationHub" props={props}>
      <Hub presentation={presentation} selected={selected} onSelect={onSelect} />
    </WidgetRoot>
  );
}

interface HubProps {
  readonly presentation: HubPresentation;
  readonly selected: string | null | undefined;
  readonly onSelect: ((environmentId: string | null) => void) | undefined;
}

function Hub({ presentation, selected, onSelect }: HubProps): ReactNode {
  const integrations = useIntegrations();
  const [ownSelected, setOwnSelected] = useState<string | null>(null);
  const open = selected === undefined ? ownSelected : selected;
  // The focus follows what the user pressed here, never what a page begins with.
  const [isPressed, setPressed] = useState(false);
  const [closedId, setClosedId] = useState<string | null>(null);

  function select(environmentId: string | null): void {
    setPressed(true);
    setClosedId(environmentId === null ? open : null);
    if (selected === undefined) setOwnSelected(environmentId);
    onSelect?.(environmentId);
  }

  return (
    <HubView
      presentation={presentation}
      integrations={integrations}
      open={open}
      closedId={closedId}
      isPressed={isPressed}
      onSelect={select}
    />
  );
}
