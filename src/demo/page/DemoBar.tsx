import type { ReactNode } from 'react';
import { Choice } from './Choice.js';
import { Fold } from './Fold.js';
import { Knobs } from './Knobs.js';
import { toText } from './texts.js';
import { Tools, type Tool } from './Tools.js';
import { navigate, toHref, type UrlState } from './urlState.js';
import type { DemoControls } from './useDemoControls.js';

interface DemoBarProps {
  readonly url: UrlState;
  readonly controls: DemoControls;
  readonly tools: readonly Tool[];
}

/** The bar of the demo itself, apart from the product that it shows. */
export function DemoBar({ url, controls, tools }: DemoBarProps): ReactNode {
  const text = toText(url.locale);
  const { platform, users, integrations } = controls.state;
  return (
    <aside className="demo-bar" aria-label={text('demoControls')}>
      <p className="demo-bar-title">
        <a className="demo-bar-link" href={toHref({ ...url, page: 'landing' })}>
          {text('demo')}
        </a>{' '}
        {text(platform)}
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
          <Knobs url={url} names={['theme', 'locale']} />
          <a className="demo-bar-link" href={toHref({ ...url, page: 'stories', story: '' })}>
            {text('states')}
          </a>
        </div>
        <Tools label={text('tools')} tools={tools} />
      </Fold>
    </aside>
  );
}
