import type { ReactNode } from 'react';
import { stories } from '../stories/stories.js';
import { Knobs } from './Knobs.js';
import { StoryList } from './StoryList.js';
import { StoryStage } from './StoryStage.js';
import { toText } from './texts.js';
import type { UrlState } from './urlState.js';

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
          <div className="demo-story-look">
            <Knobs url={url} names={['theme', 'locale', 'width']} />
          </div>
        </header>
        {story && <StoryStage key={`${story.id} ${url.world}`} story={story} url={url} />}
      </main>
    </div>
  );
}
