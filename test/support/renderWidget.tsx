import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { createHttpBackend, type HttpBackend } from '../../src/backend/createHttpBackend.js';
import { createEmulator, exampleData, exampleIds, type Emulator } from '../../src/emulator.js';
import type { DraftStorage } from '../../src/flow/draft.js';
import { OnboardingWidget, type OnboardingWidgetProps } from '../../src/widget/OnboardingWidget.js';
import { basePath, createTestHost, hostOrigin, type TestHost } from './host.js';
import { createNetwork, type Network } from './network.js';

export interface RenderOptions {
  readonly platform?: Emulator;
  readonly integration?: keyof typeof exampleIds.environments;
  /** Default: one for the platform. */
  readonly host?: TestHost | undefined;
  readonly user?: keyof typeof exampleIds.users;
  readonly props?: Partial<OnboardingWidgetProps>;
  /** The page after a reload, or a second tab: the same host and storage, all else new. */
  readonly sameAs?: RenderedWidget;
}

export interface RenderedWidget extends RenderResult {
  readonly user: UserEvent;
  readonly platform: Emulator;
  readonly host: TestHost;
  readonly network: Network;
  readonly storage: DraftStorage;
}

/** The real widget on the real adapter, handler and emulator, in one process. */
export function renderWidget(options: RenderOptions = {}): RenderedWidget {
  const page = createPage(options);
  return { ...page, ...render(page.element), user: userEvent.setup() };
}

export interface Page extends Pick<RenderedWidget, 'platform' | 'host' | 'network' | 'storage'> {
  readonly element: ReactElement;
  readonly backend: HttpBackend;
}

/** Everything behind the widget, and the element that a page would render. */
export function createPage({ sameAs, ...options }: RenderOptions = {}): Page {
  const platform = sameAs?.platform ?? options.platform ?? createEmulator({ data: exampleData() });
  const { externalId } = exampleIds.users[options.user ?? 'amelia'];
  const host = sameAs?.host ?? options.host ?? createTestHost({ emulator: platform });
  const network = createNetwork(host.handler);
  const storage = sameAs?.storage ?? createStorage();
  const backend = createHttpBackend({
    baseUrl: `${hostOrigin}${basePath}`,
    fetch: network.fetch,
    headers: { 'X-Test-User': externalId },
  });
  const element = (
    <OnboardingWidget
      backend={backend}
      environmentId={exampleIds.environments[options.integration ?? 'shopifyOrders']}
      userKey={externalId}
      draftStorage={storage}
      {...options.props}
    />
  );
  return { element, backend, platform, host, network, storage };
}

function createStorage(): DraftStorage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
