import { useMemo, type ReactNode } from 'react';
import { createHttpBackend, OnboardingWidget } from 'react-versori-onboarding';
import { toOnboardingPath, USER_HEADER, type OfferedIntegration } from '../controlsState.js';
import { DemoBar } from './DemoBar.js';
import { demoFetch } from './demoFetch.js';
import { ProductFrame } from './ProductFrame.js';
import { toText } from './texts.js';
import { useLanguage } from './useLanguage.js';
import { useDemoControls, type DemoControls } from './useDemoControls.js';
import type { UrlState } from './urlState.js';

/** A settings page of Fernway, a product that offers its customers integrations. */
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
  const { users, integrations } = controls.state;
  const user = users.find(({ key }) => key === url.user) ?? users[0];
  const integration = integrations.find(({ key }) => key === url.integration) ?? integrations[0];
  if (user === undefined || integration === undefined) return null;
  const shown = { ...url, user: user.key, integration: integration.key };
  return (
    <>
      <DemoBar url={shown} controls={controls} />
      <ProductFrame
        url={shown}
        userName={user.name}
        controls={controls.state}
        integration={integration}
      >
        <IntegrationSetup
          key={`${shown.world} ${user.key} ${controls.resets}`}
          url={shown}
          integration={integration}
          onEvent={controls.refresh}
        />
      </ProductFrame>
    </>
  );
}

interface IntegrationSetupProps {
  readonly url: UrlState;
  readonly integration: OfferedIntegration;
  readonly onEvent: () => void;
}

/** The widget in the colours of the page; everything else of its look is its own. */
const fernwayColours = {
  '--onb-color-accent': 'var(--demo-accent)',
  '--onb-color-on-accent': 'var(--demo-on-accent)',
  '--onb-color-surface': 'var(--demo-page)',
};

/** All that a host has to write in its page. */
function IntegrationSetup({ url, integration, onEvent }: IntegrationSetupProps): ReactNode {
  const { world, user, theme, locale } = url;
  const language = useLanguage(locale);
  const backend = useMemo(
    () =>
      createHttpBackend({
        baseUrl: toOnboardingPath(world),
        fetch: demoFetch,
        headers: { [USER_HEADER]: user },
      }),
    [world, user],
  );
  if (language === null) return null;
  return (
    <OnboardingWidget
      key={integration.environmentId}
      backend={backend}
      environmentId={integration.environmentId}
      {...language}
      appearance={{ theme, variables: fernwayColours }}
      userKey={`${world} ${user}`}
      onEvent={onEvent}
    />
  );
}
