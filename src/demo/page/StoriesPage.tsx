import type { ReactNode } from 'react';
import { stories } from '../stories/stories.js';
import { storyGroups, type Story } from '../stories/story.js';
import { Choice } from './Choice.js';
import { LookChoices } from './DemoBar.js';
import { Fold } from './Fold.js';
import { StoryStage } from './StoryStage.js';
import { toText } from './texts.js';
import { navigate, toHref, widths, type UrlState } from './urlState.js';

/** The list of states at the side, and the one that the address names. */
export function StoriesPage({ url }: { readonly url: UrlState }): ReactNode {
  const text = toText(url.locale);
  const story = stories.find(({ id }) => id === url.story);
  return (
    <div className="demo-stories">
      <StoryList url={url} />
      <main className="demo-stories-main">
        <header className="demo-story-header">
          <div lang={story && 'en'}>
            <h1 className="demo-story-title">
              <bdi>{story?.title ?? text('states')}</bdi>
            </h1>
            <p className="demo-story-shows">
              <bdi>
                {story?.shows ?? text(url.story === '' ? 'stories.lead' : 'stories.unknown')}
              </bdi>
            </p>
          </div>
          <StoryLook url={url} />
        </header>
        {story && <StoryStage key={`${story.id} ${url.world}`} story={story} url={url} />}
      </main>
    </div>
  );
}

function StoryLook({ url }: { readonly url: UrlState }): ReactNode {
  const text = toText(url.locale);
  const chosen = String(url.width ?? '');
  const options = [
    { value: '', text: text('width.full') },
    ...widths.map((width) => ({ value: String(width), text: `${width} px` })),
  ];
  return (
    <div className="demo-story-look">
      <LookChoices url={url} />
      <Choice
        label={text('width')}
        value={chosen}
        options={options}
        onChange={(value) => {
          navigate({ ...url, width: widths.find((width) => String(width) === value) ?? null });
        }}
      />
    </div>
  );
}

function StoryList({ url }: { readonly url: UrlState }): ReactNode {
  const text = toText(url.locale);
  return (
    <nav className="demo-stories-side" aria-label={text('states')}>
      <p className="demo-stories-brand">react-versori-onboarding</p>
      <a className="demo-stories-back" href={toHref({ ...url, story: null, width: null })}>
        {text('settingsPage')}
      </a>
      <Fold className="demo-stories-fold" title={text('states')}>
        {storyGroups.map((group) => (
          <section key={group} lang="en" dir="ltr">
            <h2 className="demo-stories-group">{group}</h2>
            <ul className="demo-stories-list">
              {stories
                .filter((story) => story.group === group)
                .map((story) => (
                  <StoryLink key={story.id} story={story} url={url} />
                ))}
            </ul>
          </section>
        ))}
      </Fold>
    </nav>
  );
}

interface StoryLinkProps {
  readonly story: Story;
  readonly url: UrlState;
}

function StoryLink({ story, url }: StoryLinkProps): ReactNode {
  return (
    <li>
      <a
        className="demo-settings-link"
        href={toHref({ ...url, story: story.id })}
        aria-current={story.id === url.story ? 'page' : undefined}
      >
        {story.title}
      </a>
    </li>
  );
}
