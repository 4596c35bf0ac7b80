import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { version, useEffect, type ReactElement } from 'react';
import { version as domVersion } from 'react-dom';
import { renderToString } from 'react-dom/server';
import { expect, it } from 'vitest';

const expected = process.env['EXPECTED_REACT'];
const isStrict = process.env['STRICT_MODE'] === 'on';

function Probe({ onMount }: { readonly onMount: () => void }): ReactElement {
  useQueryClient();
  useEffect(() => onMount(), [onMount]);
  return <p>React {version}</p>;
}

it('runs on the React that the project is named after, in the browser and on a server', () => {
  const probe = (
    <QueryClientProvider client={new QueryClient()}>
      <Probe onMount={() => undefined} />
    </QueryClientProvider>
  );

  render(probe);

  expect(screen.getByText(`React ${expected}`)).toBeVisible();
  expect(renderToString(probe)).toContain(expected);
  expect(domVersion).toBe(expected);
});

it('mounts twice exactly where the project is strict', () => {
  const mounts: number[] = [];
  const onMount = (): void => void mounts.push(mounts.length);

  render(
    <QueryClientProvider client={new QueryClient()}>
      <Probe onMount={onMount} />
    </QueryClientProvider>,
  );

  expect(mounts).toHaveLength(isStrict ? 2 : 1);
});

it('accepts an abort signal of the page for a request', () => {
  const controller = new AbortController();
  const request = new Request('https://host.example/', { signal: controller.signal });

  controller.abort();

  expect(request.signal.aborted).toBe(true);
});
