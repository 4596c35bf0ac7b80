import type { ReactNode } from 'react';
import {
  IntegrationHub,
  OnboardingWidget,
  type OnboardingEvent,
  type OnboardingWidgetProps,
} from 'react-versori-onboarding';
import type { HostCodeInput } from './hostCode.js';
import { HostRow } from './HostRow.js';
import type { UrlState } from './urlState.js';
import { useDemoBackend } from './useDemoBackend.js';
import { useLanguage } from './useLanguage.js';
import { useOwnConnect } from './useOwnConnect.js';

interface ShowcaseProps {
  readonly url: UrlState;
  readonly environmentId: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly onEvent: (event: OnboardingEvent) => void;
}

/** The component as the address says: all that a host has to write in its page. */
export function Showcase({ url, environmentId, variables, onEvent }: ShowcaseProps): ReactNode {
  const { world, user, component, locale } = url;
  const language = useLanguage(url);
  const backend = useDemoBackend({ world, user, latencyMs: Number(url.latency) });
  const { onConnectNew, dialog } = useOwnConnect({ world, user, locale });
  if (language === null) return null;
  const shared = {
    backend,
    ...language,
    appearance: { theme: url.theme, variables },
    userKey: `${world} ${user}`,
    onEvent,
    ...toOptions(url, onConnectNew),
  };
  return (
    <div style={url.textSize === 'default' ? {} : { fontSize: `${url.textSize}px` }}>
      {component === 'widget' ? (
        <OnboardingWidget key={environmentId} {...shared} environmentId={environmentId} />
      ) : (
        <IntegrationHub
          {...shared}
          title={false}
          presentation={component === 'hub' ? 'inline' : 'dialog'}
        />
      )}
      {dialog}
    </div>
  );
}

/** The props of the knobs that are not as by default. */
export function toOptions(
  { multiple, connect, rows }: UrlState,
  onConnectNew: OnboardingWidgetProps['onConnectNew'],
): Pick<OnboardingWidgetProps, 'allowMultiple' | 'onConnectNew' | 'renderConnection'> {
  return {
    ...(multiple === 'on' && { allowMultiple: true }),
    ...(connect === 'host' && { onConnectNew }),
    ...(rows === 'host' && {
      renderConnection: (connection) => <HostRow connection={connection} />,
    }),
  };
}

/** The same, as a host would write it. */
export function toShowcaseProps(url: UrlState, environmentId: string): HostCodeInput {
  const isHub = url.component !== 'widget';
  return {
    component: isHub ? 'IntegrationHub' : 'OnboardingWidget',
    locale: url.locale === 'en-XA' ? 'en' : url.locale,
    props: {
      ...(isHub ? {} : { environmentId }),
      ...(url.component === 'dialog' && { presentation: 'dialog' }),
      ...(url.theme !== 'auto' && { appearance: { theme: url.theme } }),
      ...toOptions(url, () => Promise.resolve()),
    },
  };
}
