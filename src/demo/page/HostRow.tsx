import type { ReactNode } from 'react';
import type { Connection } from 'react-versori-onboarding';

/** A connection as a host may draw it, with `renderConnection`. */
export function HostRow({ connection }: { readonly connection: Connection }): ReactNode {
  const { name, baseUrl } = connection;
  return (
    <span className="demo-row">
      <span className="demo-avatar" aria-hidden="true">
        {name.charAt(0)}
      </span>
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        {baseUrl !== undefined && (
          <>
            <br />
            <bdi>{new URL(baseUrl).hostname}</bdi>
          </>
        )}
      </span>
    </span>
  );
}
