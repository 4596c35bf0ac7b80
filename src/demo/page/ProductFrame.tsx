import type { ReactNode } from 'react';
import type { OfferedIntegration, ControlsState } from '../controlsState.js';
import { Fold } from './Fold.js';
import { toText } from './texts.js';
import { toHref, type UrlState } from './urlState.js';

interface ProductFrameProps {
  readonly url: UrlState;
  readonly userName: string;
  readonly controls: ControlsState;
  /** `null`: all of them. */
  readonly integration: OfferedIntegration | null;
  readonly children: ReactNode;
}

/** The page of the product around the widget. */
export function ProductFrame(props: ProductFrameProps): ReactNode {
  const { url, userName, controls, integration, children } = props;
  const text = toText(url.locale);
  return (
    <div className="demo-product">
      <a className="demo-skip" href="#integration">
        {text('skip')}
      </a>
      <TopBar url={url} userName={userName} />
      <div className="demo-layout">
        <SettingsNavigation url={url} integrations={controls.integrations} />
        <main className="demo-main" id="integration">
          {integration === null ? (
            <h1 className="demo-heading">{text('integrations')}</h1>
          ) : (
            <IntegrationHeader integration={integration} section={text('integrations')} />
          )}
          <div className="demo-widget">{children}</div>
        </main>
      </div>
    </div>
  );
}

interface IntegrationHeaderProps {
  readonly integration: OfferedIntegration;
  readonly section: string;
}

function IntegrationHeader({ integration, section }: IntegrationHeaderProps): ReactNode {
  return (
    <>
      <p className="demo-breadcrumb">
        {section} <span aria-hidden="true">/</span> <bdi>{integration.name}</bdi>
      </p>
      <h1 className="demo-heading">
        <bdi>{integration.name}</bdi>
      </h1>
      <p className="demo-lead">
        <bdi>{integration.description}</bdi>
      </p>
    </>
  );
}

interface TopBarProps {
  readonly url: UrlState;
  readonly userName: string;
}

function TopBar({ url, userName }: TopBarProps): ReactNode {
  const text = toText(url.locale);
  return (
    <header className="demo-top">
      <span className="demo-brand">
        <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width="24" height="24" />
        Fernway
      </span>
      <nav className="demo-top-links" aria-label={text('main')}>
        {(['orders', 'stock', 'customers', 'reports'] as const).map((key) => (
          <span key={key}>{text(key)}</span>
        ))}
        <span data-current="true">{text('settings')}</span>
      </nav>
      <span className="demo-account">
        <span className="demo-avatar" aria-hidden="true">
          {toInitials(userName)}
        </span>
        <bdi className="demo-account-name">{userName}</bdi>
      </span>
    </header>
  );
}

function toInitials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0))
    .join('');
}

interface SettingsNavigationProps {
  readonly url: UrlState;
  readonly integrations: readonly OfferedIntegration[];
}

function SettingsNavigation({ url, integrations }: SettingsNavigationProps): ReactNode {
  const text = toText(url.locale);
  return (
    <nav className="demo-settings" aria-label={text('settings')}>
      <Fold className="demo-settings-fold" title={text('settings')}>
        <ul className="demo-settings-list">
          {(['general', 'team', 'billing', 'notifications'] as const).map((key) => (
            <li key={key}>
              <span className="demo-settings-item">{text(key)}</span>
            </li>
          ))}
          <li>
            <span className="demo-settings-item" data-current="true">
              {text('integrations')}
            </span>
            <ul className="demo-settings-sublist">
              {integrations.map(({ key, name }) => (
                <li key={key}>
                  <a
                    className="demo-settings-link"
                    href={toHref({ ...url, integration: key })}
                    aria-current={key === url.integration ? 'page' : undefined}
                  >
                    <bdi>{name}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        </ul>
      </Fold>
    </nav>
  );
}
