import type { ReactNode } from 'react';
import { Choice } from './Choice.js';
import { FaultControls } from './FaultControls.js';
import { Fold } from './Fold.js';
import { localeNames, toText } from './texts.js';
import { locales, navigate, themes, toHref, type UrlState } from './urlState.js';
import type { DemoControls } from './useDemoControls.js';

interface DemoBarProps {
  readonly url: UrlState;
  readonly controls: DemoControls;
}

/** The bar of the demo itself, apart from the product that it shows. */
export function DemoBar({ url, controls }: DemoBarProps): ReactNode {
  const text = toText(url.locale);
  const { platform, users, integrations } = controls.state;
  return (
    <aside className="demo-bar" aria-label={text('demoControls')}>
      <p className="demo-bar-title">
        <b>{text('demo')}</b> {text(platform)}
      </p>
      <Fold className="demo-bar-fold" title={text('demoControls')}>
        <div className="demo-bar-choices">
          <Choice
            label={text('user')}
            value={url.user}
            options={users.map(({ key, name }) => ({ value: key, text: name }))}
            onChange={(user) => navigate({ ...url, user })}
          />
          <Choice
            label={text('integration')}
            value={url.integration}
            options={integrations.map(({ key, name }) => ({ value: key, text: name }))}
            onChange={(integration) => navigate({ ...url, integration })}
          />
          <LookChoices url={url} />
          <a className="demo-bar-link" href={toHref({ ...url, story: '' })}>
            {text('states')}
          </a>
        </div>
        {platform === 'emulated' && <FaultControls controls={controls} text={text} />}
      </Fold>
    </aside>
  );
}

/** Theme and language, on every page of the demo. */
export function LookChoices({ url }: { readonly url: UrlState }): ReactNode {
  const text = toText(url.locale);
  return (
    <>
      <Choice
        label={text('theme')}
        value={url.theme}
        options={themes.map((theme) => ({ value: theme, text: text(`theme.${theme}`) }))}
        onChange={(theme) => navigate({ ...url, theme })}
      />
      <Choice
        label={text('language')}
        value={url.locale}
        options={locales.map((locale) => ({
          value: locale,
          text: localeNames[locale],
          lang: locale,
        }))}
        onChange={(locale) => navigate({ ...url, locale })}
      />
    </>
  );
}
