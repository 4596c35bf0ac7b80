import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Connection } from 'react-versori-onboarding';
import { exampleIds } from '../../exampleIds.js';

const { environmentId, templateIds } = exampleIds;
const integrationPath = `/api/integrations/${environmentId}`;

/**
 * What a host would write by hand for one integration: it knows its ids, so it asks for everything at
 * once, and draws the accounts of the first system.
 */
function PlainPage(): ReactNode {
  useJson(integrationPath);
  useJson(`${integrationPath}/activations`);
  useJson(`${integrationPath}/templates/${templateIds[1]}/connections`);
  const accounts = useJson(`${integrationPath}/templates/${templateIds[0]}/connections`);
  if (accounts === undefined) return <p>Loading …</p>;
  return (
    <fieldset>
      {accounts.items?.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="account" value={id} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

interface Answer {
  readonly items?: readonly Connection[];
}

function useJson(path: string): Answer | undefined {
  const { data } = useQuery({
    queryKey: [path],
    queryFn: async ({ signal }) => (await (await fetch(path, { signal })).json()) as Answer,
  });
  return data;
}

createRoot(document.getElementById('stage') ?? document.body).render(
  <QueryClientProvider client={new QueryClient()}>
    <PlainPage />
  </QueryClientProvider>,
);
