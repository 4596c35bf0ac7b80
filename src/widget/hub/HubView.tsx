import { useId, useMemo, useState, type ReactNode } from 'react';
import type { IntegrationSummary } from '../../domain/integration.js';
import type { Loadable } from '../../headless/queries.js';
import { Dialog } from '../parts/Dialog.js';
import { createLeaveGuard, LeaveGuardContext } from '../parts/leaveGuard.js';
import { ListOrFlow } from '../integration/ListOrFlow.js';
import { FlowOptionsContext, useFlowOptions } from '../options/FlowOptionsContext.js';
import { Button } from '../parts/Button.js';
import { LoadError } from '../parts/LoadError.js';
import { Title } from '../parts/Title.js';
import { usePart } from '../root/part.js';
import { HubCards } from './HubCards.js';
import { HubSkeleton } from './HubSkeleton.js';
import { useHubText } from './hubText.js';

export type HubPresentation = 'inline' | 'dialog';

interface HubViewProps {
  readonly presentation: HubPresentation;
  readonly integrations: Loadable<{ readonly integrations: readonly IntegrationSummary[] }>;
  /** The environment id of the open integration. */
  readonly open: string | null;
  /** The one that was open before. */
  readonly closedId: string | null;
  /** Whether the user has opened or closed one here. */
  readonly isPressed: boolean;
  readonly onSelect: (environmentId: string | null) => void;
}

/** The cards, and the integration that is open in their place or above them. */
export function HubView(props: HubViewProps): ReactNode {
  const { presentation, integrations, open, closedId, isPressed, onSelect } = props;
  const [guard] = useState(createLeaveGuard);
  const close = (): void => guard.leave(() => onSelect(null));
  const name = toName(integrations, open);
  const setup = open !== null && (
    <LeaveGuardContext.Provider value={guard}>
      <ListOrFlow key={open} environmentId={open} />
    </LeaveGuardContext.Provider>
  );
  if (setup !== false && presentation === 'inline') {
    return (
      <OpenIntegration takesFocus={isPressed} onClose={close}>
        {setup}
      </OpenIntegration>
    );
  }
  return (
    <>
      <Overview
        integrations={integrations}
        onSelect={onSelect}
        // A dialog gives the focus back by itself.
        focusedId={presentation === 'inline' ? closedId : null}
      />
      {setup !== false && (
        <IntegrationDialog name={name} onClose={close}>
          {setup}
        </IntegrationDialog>
      )}
    </>
  );
}

interface OverviewProps extends Pick<HubViewProps, 'integrations' | 'onSelect'> {
  readonly focusedId: string | null;
}

function Overview({ integrations, focusedId, onSelect }: OverviewProps): ReactNode {
  const part = usePart();
  const { t } = useHubText();
  const id = useId();
  return (
    <section {...part('hub')} aria-labelledby={id}>
      <Title id={id}>{t('hub.heading')}</Title>
      {integrations.status === 'loading' && <HubSkeleton />}
      {integrations.status === 'error' && (
        <LoadError error={integrations.error} onRetry={integrations.retry} headingDepth={1} />
      )}
      {integrations.status === 'ready' && (
        <HubCards
          integrations={integrations.integrations}
          focusedId={focusedId}
          onOpen={onSelect}
        />
      )}
    </section>
  );
}

interface OpenIntegrationProps {
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function OpenIntegration({ takesFocus, onClose, children }: OpenIntegrationProps): ReactNode {
  const part = usePart();
  const { t } = useHubText();
  return (
    <div {...part('hub-screen')} ref={takesFocus ? focusFirstButton : null}>
      <Button variant="quiet" part="leave" onClick={onClose}>
        {t('hub.back')}
      </Button>
      {children}
    </div>
  );
}

function focusFirstButton(screen: HTMLElement | null): void {
  screen?.querySelector('button')?.focus();
}

interface IntegrationDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function IntegrationDialog({ name, onClose, children }: IntegrationDialogProps): ReactNode {
  const { t } = useHubText();
  const options = useFlowOptions();
  // The dialog's heading says it.
  const untitled = useMemo(() => ({ ...options, title: false }), [options]);
  return (
    <Dialog
      kind="integration"
      heading={name || t('unnamed')}
      onClose={onClose}
      closeLabel={t('hub.close')}
    >
      <FlowOptionsContext.Provider value={untitled}>{children}</FlowOptionsContext.Provider>
    </Dialog>
  );
}

function toName(integrations: HubViewProps['integrations'], open: string | null): string {
  if (integrations.status !== 'ready') return '';
  return integrations.integrations.find(({ environmentId }) => environmentId === open)?.name ?? '';
}
