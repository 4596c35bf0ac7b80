import type { ReactNode } from 'react';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule, type LazyModule } from '../parts/lazyModule.js';
import type { ConnectAccountProps } from './ConnectAccount.js';

/** The form with its fields and sign-ins: fetched ahead for users without an account. */
export const lazyConnectAccount: LazyModule<typeof import('./ConnectAccount.js')> = lazyModule(
  () => import('./ConnectAccount.js'),
);

/** The form that connects an account in place, once it has loaded. */
export function ConnectPanel(props: ConnectAccountProps): ReactNode {
  return (
    <LazyBoundary
      module={lazyConnectAccount}
      placeholder="form"
      // Nobody pressed anything: it loads right after the accounts, and as a part of them.
      isSilent={!props.takesFocus}
    >
      {({ ConnectAccount }) => <ConnectAccount {...props} />}
    </LazyBoundary>
  );
}
