import { useEffect, useRef, useState, type ReactNode } from 'react';
import { IntegrationHub, OnboardingWidget, type OnboardingEvent } from 'react-versori-onboarding';
import type { ControlsState } from '../controlsState.js';
import { createPlayer } from '../stories/player.js';
import type { Story } from '../stories/story.js';
import { toStoryVariables } from '../themes/brands.js';
import { callControls, type ControlsAnswer } from './controlsClient.js';
import { toOptions } from './Showcase.js';
import { StoryTools } from './StoryTools.js';
import { toText } from './texts.js';
import type { UrlState } from './urlState.js';
import { useDemoBackend } from './useDemoBackend.js';
import { useEventLog } from './useEventLog.js';
import { useLanguage, type Language } from './useLanguage.js';
import { useOwnConnect } from './useOwnConnect.js';

interface StoryStageProps {
  readonly story: Story;
  readonly url: UrlState;
}

/** How far a story is; `reason` says why it is stuck. */
interface Playing {
  readonly status: 'playing' | 'ready' | 'failed';
  readonly reason?: string;
}

/** A story in a world of its own, begun anew and played; `data-story` says how far it is. */
export function StoryStage({ story, url }: StoryStageProps): ReactNode {
  const answer = useNewWorld(toWorldName(story, url));
  const stage = useRef<HTMLDivElement>(null);
  const language = useLanguage(url);
  const log = useEventLog();
  const playing = usePlay(story, stage, answer?.ok === true && language !== null);
  const { status, reason } = answer?.ok === false ? toFailed(answer.reason) : playing;
  const environmentId = answer?.ok === true ? findEnvironment(story, answer.controls) : '';
  return (
    <>
      <div
        ref={stage}
        className="demo-stage"
        role="region"
        aria-label={toText(url.locale)('stage')}
        data-story={status}
        data-width={url.width}
      >
        {answer?.ok === true && language !== null && (
          <StoryWidget
            story={story}
            url={url}
            environmentId={environmentId}
            language={language}
            onEvent={log.record}
          />
        )}
      </div>
      {reason !== undefined && (
        <p className="demo-story-failure" role="alert">
          {reason}
        </p>
      )}
      <StoryTools
        story={story}
        url={url}
        environmentId={environmentId}
        log={log}
        findStage={() => stage.current}
      />
    </>
  );
}

function findEnvironment(story: Story, { integrations }: ControlsState): string {
  const { integration = 'shopifyOrders' } = story;
  return integrations.find(({ key }) => key === integration)?.environmentId ?? integration;
}

function useNewWorld(world: string): ControlsAnswer | null {
  const [answer, setAnswer] = useState<ControlsAnswer | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void callControls(world, { action: 'reset' }).then((reset) => isCurrent && setAnswer(reset));
    return () => {
      isCurrent = false;
    };
  }, [world]);
  return answer;
}

function usePlay(
  story: Story,
  stage: React.RefObject<HTMLDivElement | null>,
  isOpen: boolean,
): Playing {
  const [playing, setPlaying] = useState<Playing>({ status: 'playing' });
  useEffect(() => {
    if (!isOpen || stage.current === null) return undefined;
    const left = new AbortController();
    const player = createPlayer(stage.current, left.signal);
    const end = (ended: Playing): void => {
      if (!left.signal.aborted) setPlaying(ended);
    };
    Promise.resolve(story.play?.(player)).then(
      () => end({ status: 'ready' }),
      (error: unknown) => end(toFailed(String(error))),
    );
    return () => left.abort();
  }, [story, stage, isOpen]);
  return playing;
}

function toFailed(reason: string): Playing {
  return { status: 'failed', reason };
}

interface StoryWidgetProps extends StoryStageProps {
  readonly environmentId: string;
  readonly language: Language;
  readonly onEvent: (event: OnboardingEvent) => void;
}

function StoryWidget(props: StoryWidgetProps): ReactNode {
  const { story, url, environmentId, language, onEvent } = props;
  const { user = 'amelia', patienceMs: timeoutMs } = story;
  const world = toWorldName(story, url);
  const backend = useDemoBackend({ world, user, latencyMs: Number(url.latency), timeoutMs });
  const { onConnectNew, dialog } = useOwnConnect({ world, user: user ?? '', locale: url.locale });
  const shared = {
    backend,
    ...language,
    appearance: { theme: url.theme, variables: toStoryVariables(url) },
    onEvent,
    ...toOptions(url, onConnectNew),
    ...story.options,
  };
  return (
    <div style={url.textSize === 'default' ? {} : { fontSize: `${url.textSize}px` }}>
      {story.component === 'hub' ? (
        <IntegrationHub {...shared} {...story.hub} />
      ) : (
        <OnboardingWidget {...shared} environmentId={environmentId} />
      )}
      {dialog}
    </div>
  );
}

/** `&world=` gives each of several visitors of one story, such as tests, a platform of their own. */
function toWorldName({ id }: Story, { world }: UrlState): string {
  return world === 'demo' ? `story-${id}` : `story-${id}--${world}`;
}
