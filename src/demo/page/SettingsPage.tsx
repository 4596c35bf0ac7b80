import { useRef, type ReactNode } from 'react';
import { toBrandVariables } from '../themes/brands.js';
import { AccessibilityPanel } from './AccessibilityPanel.js';
import { CodePanel } from './CodePanel.js';
import { DemoBar } from './DemoBar.js';
import { EventPanel } from './EventPanel.js';
import { FaultControls } from './FaultControls.js';
import { toHostCode } from './hostCode.js';
import { BehaviourKnobs, LookKnobs } from './Knobs.js';
import { Landing } from './Landing.js';
import { ProductFrame } from './ProductFrame.js';
import { Showcase, toShowcaseProps } from './Showcase.js';
import { toText } from './texts.js';
import type { Tool } from './Tools.js';
import type { UrlState } from './urlState.js';
import { useDemoControls, type DemoControls } from './useDemoControls.js';
import { useEventLog } from './useEventLog.js';

/** A settings page of Fernway, a product that offers its customers integrations; or the landing page. */
export function SettingsPage({ url }: { readonly url: UrlState }): ReactNode {
  const loaded = useDemoControls(url.world);
  switch (loaded.status) {
    case 'loading':
      return null;
    case 'failed':
      return (
        <main className="demo-failure">
          <h1>{toText(url.locale)('failed')}</h1>
          <p>{loaded.reason}</p>
        </main>
      );
    case 'ready':
      return <LoadedPage url={url} controls={loaded.controls} />;
  }
}

interface LoadedPageProps {
  readonly url: UrlState;
  readonly controls: DemoControls;
}

function LoadedPage({ url, controls }: LoadedPageProps): ReactNode {
  const { users, integrations, platform } = controls.state;
  const log = useEventLog();
  const stage = useRef<HTMLDivElement>(null);
  const text = toText(url.locale);
  const user = users.find(({ key }) => key === url.user) ?? users[0];
  const integration = integrations.find(({ key }) => key === url.integration) ?? integrations[0];
  if (user === undefined || integration === undefined) return null;
  const shown = { ...url, user: user.key, integration: integration.key };
  const { environmentId } = integration;
  const showcase = (
    <Showcase
      key={`${shown.world} ${user.key} ${controls.resets}`}
      url={shown}
      environmentId={environmentId}
      variables={toBrandVariables(shown)}
      onEvent={(event) => {
        log.record(event);
        controls.refresh();
      }}
    />
  );
  // On the real platform there is nothing to show but the integration itself.
  if (url.page === 'landing' && platform === 'emulated') {
    return <Landing url={url}>{showcase}</Landing>;
  }
  const code = toHostCode(toShowcaseProps(shown, environmentId));
  const tools: readonly Tool[] = [
    { key: 'look', title: text('look'), content: <LookKnobs url={shown} /> },
    { key: 'behaviour', title: text('behaviour'), content: <BehaviourKnobs url={shown} /> },
    {
      key: 'faults',
      title: text('faults'),
      content: <FaultControls controls={controls} text={text} />,
      onOpen: controls.refresh,
    },
    { key: 'code', title: text('code'), content: <CodePanel code={code} text={text} /> },
    { key: 'events', title: text('events'), content: <EventPanel log={log} text={text} /> },
    {
      key: 'accessibility',
      title: text('accessibility'),
      content: <AccessibilityPanel findElement={() => stage.current} text={text} />,
    },
  ];
  return (
    <>
      <DemoBar
        url={shown}
        controls={controls}
        tools={tools.filter(({ key }) => key !== 'faults' || platform === 'emulated')}
      />
      <ProductFrame
        url={shown}
        userName={user.name}
        controls={controls.state}
        integration={url.component === 'widget' ? integration : null}
      >
        <div ref={stage}>{showcase}</div>
      </ProductFrame>
    </>
  );
}
