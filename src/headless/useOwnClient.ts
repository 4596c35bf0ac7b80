import { QueryClient } from '@tanstack/react-query';
import { useEffect, useInsertionEffect, useRef, useState } from 'react';

/**
 * Creates a query client that is cleared when the component is removed: its timers would otherwise
 * keep everything that was read for five more minutes.
 */
export function useOwnClient(): QueryClient {
  const [client] = useState(() => new QueryClient());
  const isRemoved = useRef(false);

  // React runs the cleanup of other effects also where the component stays: in StrictMode, and while
  // an `<Activity>` hides it. An insertion effect is cleaned up only when the component is removed.
  useInsertionEffect(() => {
    isRemoved.current = false;
    return () => {
      isRemoved.current = true;
    };
  }, []);

  useEffect(
    () => () => {
      // After the components below have unsubscribed, which starts the timers.
      if (isRemoved.current) queueMicrotask(() => clear(client));
    },
    [client],
  );
  return client;
}

function clear(client: QueryClient): void {
  // A query whose answer is still to come starts its timer then, though it is in no cache any more.
  for (const query of client.getQueryCache().getAll()) query.gcTime = Infinity;
  client.clear();
}
