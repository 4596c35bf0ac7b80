import type { ReactNode } from 'react';
import type { Story } from '../stories/story.js';
import { AccessibilityPanel } from './AccessibilityPanel.js';
import { CodePanel } from './CodePanel.js';
import { EventPanel } from './EventPanel.js';
import { toHostCode, type HostCodeInput } from './hostCode.js';
import { BehaviourKnobs, LookKnobs } from './Knobs.js';
import { toOptions } from './Showcase.js';
import { toText } from './texts.js';
import { Tools, type Tool } from './Tools.js';
import type { UrlState } from './urlState.js';
import type { EventLog } from './useEventLog.js';

interface StoryToolsProps {
  readonly story: Story;
  readonly url: UrlState;
  readonly environmentId: string;
  readonly log: EventLog;
  readonly findStage: () => Element | null;
}

/** What a developer asks of a state: its code, its events, whether it is accessible, and its knobs. */
export function StoryTools(props: StoryToolsProps): ReactNode {
  const { story, url, environmentId, log, findStage } = props;
  const text = toText(url.locale);
  const code = toHostCode(toStoryCode(story, url, environmentId));
  const tools: readonly Tool[] = [
    { key: 'code', title: text('code'), content: <CodePanel code={code} text={text} /> },
    { key: 'events', title: text('events'), content: <EventPanel log={log} text={text} /> },
    {
      key: 'accessibility',
      title: text('accessibility'),
      content: <AccessibilityPanel findElement={findStage} text={text} />,
    },
    { key: 'look', title: text('look'), content: <LookKnobs url={url} /> },
    { key: 'behaviour', title: text('behaviour'), content: <BehaviourKnobs url={url} /> },
  ];
  return <Tools label={text('tools')} tools={tools} initial="code" />;
}

/** The props of a story as a host would write them. */
export function toStoryCode(story: Story, url: UrlState, environmentId: string): HostCodeInput {
  const isHub = story.component === 'hub';
  return {
    component: isHub ? 'IntegrationHub' : 'OnboardingWidget',
    locale: url.locale === 'en-XA' ? 'en' : url.locale,
    props: {
      ...(isHub ? story.hub : { environmentId }),
      ...(url.theme !== 'auto' && { appearance: { theme: url.theme } }),
      ...toOptions(url, () => Promise.resolve()),
      ...story.options,
    },
  };
}
