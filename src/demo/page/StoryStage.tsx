import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createHttpBackend, IntegrationHub, OnboardingWidget } from 'react-versori-onboarding';
import { toOnboardingPath, USER_HEADER } from '../controlsState.js';
import { createPlayer } from '../stories/player.js';
import type { Story } from '../stories/story.js';
import { callControls, type ControlsAnswer } from './controlsClient.js';
import { demoFetch } from './demoFetch.js';
import { toText } from './texts.js';
import type { UrlState } from './urlState.js';
import { useLanguage, type Language } from './useLanguage.js';

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
  const world = toWorldName(story, url);
  const answer = useNewWorld(world);
  const stage = useRef<HTMLDivElement>(null);
  const language = useLanguage(url.locale);
  const playing = usePlay(story, stage, answer?.ok === true && language !== null);
  const { status, reason } = answer?.ok === false ? toFailed(answer.reason) : playing;
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
          <StoryWidget story={story} url={url} answer={answer} language={language} />
        )}
      </div>
      {reason !== undefined && (
        <p className="demo-story-failure" role="alert">
          {reason}
        </p>
      )}
    </>
  );
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
  readonly answer: Extract<ControlsAnswer, { ok: true }>;
  readonly language: Language;
}

function StoryWidget({ story, url, answer, language }: StoryWidgetProps): ReactNode {
  const { user = 'amelia', integration = 'shopifyOrders' } = story;
  const world = toWorldName(story, url);
  const backend = useMemo(
    () =>
      createHttpBackend({
        baseUrl: toOnboardingPath(world),
        fetch: demoFetch,
        headers: user === null ? {} : { [USER_HEADER]: user },
        ...(story.patienceMs !== undefined && { timeoutMs: story.patienceMs }),
      }),
    [world, user, story],
  );
  const offered = answer.controls.integrations.find(({ key }) => key === integration);
  const shared = {
    backend,
    ...language,
    appearance: { theme: url.theme },
    ...story.options,
  };
  if (story.component === 'hub') return <IntegrationHub {...shared} {...story.hub} />;
  return <OnboardingWidget {...shared} environmentId={offered?.environmentId ?? integration} />;
}

/** `&world=` gives each of several visitors of one story, such as tests, a platform of their own. */
function toWorldName({ id }: Story, { world }: UrlState): string {
  return world === 'demo' ? `story-${id}` : `story-${id}--${world}`;
}
