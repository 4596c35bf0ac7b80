import { useState, type ReactNode } from 'react';
import { stories } from '../stories/stories.js';
import { storyGroups, type Story } from '../stories/story.js';
import { Fold } from './Fold.js';
import { toText } from './texts.js';
import { toHref, type UrlState } from './urlState.js';

/** Every state by group, and a search among them. */
export function StoryList({ url }: { readonly url: UrlState }): ReactNode {
  const [search, setSearch] = useState('');
  const text = toText(url.locale);
  const found = stories.filter((story) => hasWords(story, search));
  return (
    <nav className="demo-stories-side" aria-label={text('states')}>
      <p className="demo-stories-brand">
        <a href={toHref({ ...url, page: 'landing', width: 'full' })}>react-versori-onboarding</a>
      </p>
      <a className="demo-stories-back" href={toHref({ ...url, page: 'settings', width: 'full' })}>
        {text('settingsPage')}
      </a>
      <Fold className="demo-stories-fold" title={text('states')}>
        <input
          type="search"
          className="demo-search"
          aria-label={text('search')}
          placeholder={text('search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {found.length === 0 && (
          <p className="demo-quiet" role="status">
            {text('search.none')}
          </p>
        )}
        {storyGroups.map((group) => (
          <StoryGroup
            key={group}
            group={group}
            found={found.filter((story) => story.group === group)}
            url={url}
          />
        ))}
      </Fold>
    </nav>
  );
}

/** True if each of the words stands in what the story says of itself. */
function hasWords({ id, group, title, shows }: Story, search: string): boolean {
  const said = `${id} ${group} ${title} ${shows}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

interface StoryGroupProps {
  readonly group: string;
  readonly found: readonly Story[];
  readonly url: UrlState;
}

function StoryGroup({ group, found, url }: StoryGroupProps): ReactNode {
  if (found.length === 0) return null;
  return (
    <section lang="en" dir="ltr">
      <h2 className="demo-stories-group">{group}</h2>
      <ul className="demo-stories-list">
        {found.map(({ id, title }) => (
          <li key={id}>
            <a
              className="demo-settings-link"
              href={toHref({ ...url, story: id })}
              aria-current={id === url.story ? 'page' : undefined}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
