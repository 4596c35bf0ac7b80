import type { PageFetch } from 'react-versori-onboarding/testing';

let inPage: Promise<PageFetch> | undefined;

/**
 * Asks the demo's backend: that of the server which sent the page, or else the one in the page itself,
 * which is loaded with the first request.
 */
export async function demoFetch(url: string, init: RequestInit = {}): Promise<Response> {
  if (isServed()) return fetch(url, init);
  inPage ??= import('./inPageBackend.js').then((module) => module.startInPageBackend());
  return (await inPage)(url, init);
}

/** A server that has a backend says so in the page that it sends. */
function isServed(): boolean {
  const mark = document.querySelector<HTMLMetaElement>('meta[name="demo-backend"]');
  return mark?.content === 'server';
}
