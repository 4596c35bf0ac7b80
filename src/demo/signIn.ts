import './signIn.css';
import { openSignInChannel } from './signInChannel.js';

/**
 * The provider and the platform's callback page of the static demo, in one file: the path behind the
 * fragment says which. What is decided is asked of the page that opened this one.
 */
const { hash, search } = window.location;
const query = new URLSearchParams(search);
const path = hash.slice(1);
if (path.endsWith('/callback')) returnToOpener();
else askUser();

function askUser(): void {
  reveal('consent');
  const channel = openSignInChannel((message) => {
    // Another window may be asking beside this one.
    const isOwn = message.path.includes(`state=${query.get('state') ?? ''}`);
    if (message.kind === 'decided' && isOwn) window.location.replace(message.location);
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-decision]')) {
    button.addEventListener('click', () => {
      const decision = button.dataset['decision'] ?? 'deny';
      channel.post({
        kind: 'deciding',
        world: query.get('world') ?? '',
        path: toDecisionPath(decision),
      });
    });
  }
}

function toDecisionPath(decision: string): string {
  const asked = new URLSearchParams(query);
  asked.set('decision', decision);
  return `${path.replace(/authorize$/, 'decide')}?${asked.toString()}`;
}

/** As the platform's callback page: to the opener's hello it answers with the provider's query. */
function returnToOpener(): void {
  reveal('returned');
  const state = query.get('state');
  window.addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
    if (source !== window.opener || !isHello(data, state)) return;
    source?.postMessage({ type: 'response', payload: { search } }, { targetOrigin: origin });
  });
}

function isHello(data: unknown, state: string | null): boolean {
  if (typeof data !== 'object' || data === null || !('payload' in data)) return false;
  const { payload } = data;
  return (
    typeof payload === 'object' && payload !== null && 'state' in payload && payload.state === state
  );
}

function reveal(id: string): void {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`sign-in.html has no #${id}.`);
  element.hidden = false;
}
