import { part } from './steps.js';
import type { Player } from './player.js';
import type { Story } from './story.js';

/** What the pretended window does once it is led to the provider's page. */
interface PretendedWindow {
  /** The query of the callback page; absent: it never answers. */
  readonly answer?: Readonly<Record<string, string>>;
  readonly isClosed?: boolean;
  /** The quarter of an hour that a sign-in may take is over at once. */
  readonly isLate?: boolean;
}

interface SignInStory extends Pick<Story, 'id' | 'title' | 'shows'> {
  /** `null`: the browser blocks it. */
  readonly opens: PretendedWindow | null;
  /** What is there once the state is reached. */
  readonly shown: string;
}

const states: readonly SignInStory[] = [
  {
    id: 'sign-in-blocked',
    title: 'A sign-in whose window is blocked',
    shows: 'The browser opened nothing: the same window is the other way, and leads back here.',
    opens: null,
    shown: part('sign-in-here'),
  },
  {
    id: 'sign-in-waiting',
    title: 'A sign-in in another window',
    shows: 'The user is at the provider; the window may be lost behind others.',
    opens: {},
    shown: part('open-again'),
  },
  {
    id: 'sign-in-closed',
    title: 'A sign-in whose window looks closed',
    shows: 'A provider that isolates its page looks the same, so nothing is given up.',
    opens: { isClosed: true },
    shown: part('check-sign-in'),
  },
  {
    id: 'sign-in-denied',
    title: 'A sign-in that the user refused',
    shows: 'A decision of the user is told calmly, and can be changed.',
    opens: { answer: { error: 'access_denied' } },
    shown: `${part('notice')}[role=alert]`,
  },
  {
    id: 'sign-in-failed',
    title: 'A sign-in that the provider refused',
    shows: 'The provider’s own description, and what to do.',
    opens: {
      answer: { error: 'server_error', error_description: 'The app is suspended by its owner.' },
    },
    shown: `${part('notice')}[role=alert]`,
  },
  {
    id: 'sign-in-late',
    title: 'A sign-in that took too long',
    shows: 'After a quarter of an hour no answer would be taken: it begins anew.',
    opens: { isLate: true },
    shown: `${part('notice')}[role=alert]`,
  },
];

/** Every state of a sign-in in a window of its own. */
export const signInStories: readonly Story[] = states.map(({ opens, shown, ...story }) => ({
  ...story,
  group: 'Choosing accounts',
  user: 'newcomer',
  integration: 'slackAlerts',
  oauthCallback: 'host',
  // Without one, nothing would be left of the flow after a way through the same window.
  options: { userKey: story.id },
  play: (player) => signIn(player, opens, shown),
}));

async function signIn(
  { find, press }: Player,
  opens: PretendedWindow | null,
  shown: string,
): Promise<void> {
  await find(part('connect-submit'));
  const { open, setTimeout } = window;
  // No browser opens a window without a press, and none shows the same state twice.
  Object.assign(window, { open: () => opens && pretendWindow(opens) });
  if (opens?.isLate === true) {
    const isLong = (delay: number): boolean => delay > 60_000;
    Object.assign(window, {
      setTimeout: (run: () => void, delay = 0) => setTimeout(run, isLong(delay) ? 0 : delay),
    });
  }
  await press(part('connect-submit'));
  await find(shown);
  Object.assign(window, { open, setTimeout });
}

/** As much of a window as a sign-in uses. */
function pretendWindow({ answer, isClosed = false }: PretendedWindow): object {
  return {
    closed: isClosed,
    close: () => undefined,
    postMessage: () => undefined,
    location: {
      replace(url: string) {
        const state = new URL(url).searchParams.get('state') ?? '';
        if (answer !== undefined) post(state, new URLSearchParams({ ...answer, state }));
      },
    },
  };
}

/** As the host's callback page does. */
function post(state: string, query: URLSearchParams): void {
  const channel = new BroadcastChannel(`react-versori-onboarding:oauth:${state}`);
  // A channel has no target: it reaches this origin alone.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage({ type: 'response', payload: { search: `?${query.toString()}` } });
  channel.close();
}
