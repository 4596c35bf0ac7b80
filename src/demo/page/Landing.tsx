import type { ReactNode } from 'react';
import { stories } from '../stories/stories.js';
import { Knobs } from './Knobs.js';
import { toText } from './texts.js';
import { choices, navigate, toHref, type UrlState } from './urlState.js';

interface LandingProps {
  readonly url: UrlState;
  /** The component itself. */
  readonly children: ReactNode;
}

/** What the package is for, with the component at work beside it. */
export function Landing({ url, children }: LandingProps): ReactNode {
  const text = toText(url.locale);
  return (
    <div className="demo-landing">
      <header className="demo-landing-top">
        <b>react-versori-onboarding</b>
        <span className="demo-landing-look">
          <Knobs url={url} names={['theme', 'locale']} />
        </span>
      </header>
      <main className="demo-landing-main">
        <section className="demo-landing-intro">
          <h1>{text('landing.title')}</h1>
          <p className="demo-landing-lead">{text('landing.lead')}</p>
          <p className="demo-landing-actions">
            <a className="demo-landing-primary" href={toHref({ ...url, page: 'settings' })}>
              {text('landing.settings')}
            </a>
            <a href={toHref({ ...url, page: 'stories', story: '' })}>
              {text('landing.states')} ({stories.length})
            </a>
          </p>
          <pre className="demo-code" dir="ltr" lang="en">
            npm install react-versori-onboarding
          </pre>
          <Facts url={url} />
        </section>
        <section className="demo-landing-live" aria-label={text('landing.live')}>
          <div className="demo-landing-caption">
            <p>{text('landing.live')}</p>
            <BrandSwitch url={url} />
          </div>
          <div className="demo-landing-card">{children}</div>
        </section>
      </main>
    </div>
  );
}

function BrandSwitch({ url }: { readonly url: UrlState }): ReactNode {
  return (
    <fieldset className="demo-brands" dir="ltr">
      <legend className="demo-hidden">{toText(url.locale)('brand')}</legend>
      {choices.brand.map((brand) => (
        <label key={brand} data-brand-name={brand}>
          <input
            type="radio"
            name="brand"
            className="demo-hidden"
            checked={brand === url.brand}
            onChange={() => navigate({ ...url, brand })}
          />
          {brand.charAt(0).toUpperCase() + brand.slice(1)}
        </label>
      ))}
    </fieldset>
  );
}

function Facts({ url }: { readonly url: UrlState }): ReactNode {
  const text = toText(url.locale);
  return (
    <dl className="demo-landing-facts">
      {(['emulated', 'look', 'states'] as const).map((fact) => (
        <div key={fact}>
          <dt>{text(`landing.${fact}.title`)}</dt>
          <dd>{text(`landing.${fact}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
}
