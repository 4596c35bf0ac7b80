/**
 * The platform's own callback page: the window that opened it says `hello` with the state, again and
 * again, and the page answers with the query that the provider sent.
 */
export function toCallbackPage(): string {
  return `
      <p>You can close this window.</p>
      <script>${script}</script>`;
}

const script = `
        addEventListener('message', (event) => {
          const message = event.data;
          if (event.source !== opener || message === null || message.type !== 'hello') return;
          const state = new URLSearchParams(location.search).get('state');
          if (message.payload.state !== state) return;
          const answer = { type: 'response', payload: { search: location.search } };
          opener.postMessage(answer, event.origin);
        });
      `;
