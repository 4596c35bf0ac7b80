import { expect, it } from 'vitest';
import { createPageFetch } from '../../src/testing/createPageFetch.js';

const answerSite = (request: Request): Promise<Response> =>
  Promise.resolve(new Response(`${request.url} ${request.headers.get('sec-fetch-site')}`));

it('asks as a page of the same origin does, whatever it is given', async () => {
  const fetch = createPageFetch(answerSite);
  const relative = await fetch('/api/onboarding/integrations');
  expect(await relative.text()).toBe('http://localhost/api/onboarding/integrations same-origin');
  const request = new Request('https://app.example.com/api', { method: 'POST', body: '{}' });
  expect(await (await fetch(request)).text()).toBe('https://app.example.com/api same-origin');
});

it('ends with the reason of its signal, before the answer and instead of it', async () => {
  const asked: string[] = [];
  const fetch = createPageFetch((request) => {
    asked.push(request.url);
    return new Promise(() => {});
  });
  const leaving = new AbortController();
  const answer = fetch('/slow', { signal: leaving.signal });
  leaving.abort('the user left');
  await expect(answer).rejects.toBe('the user left');
  await expect(fetch('/late', { signal: leaving.signal })).rejects.toBe('the user left');
  expect(asked).toEqual(['http://localhost/slow']);
});
