import { Combobox } from '@base-ui/react/combobox';
import type { ReactNode } from 'react';
import type { Connection } from 'react-versori-onboarding';

/** As its documentation draws a searched list: every item that matches. */
export function BaseUiList({ accounts }: { readonly accounts: readonly Connection[] }): ReactNode {
  return (
    <Combobox.Root items={accounts} itemToStringLabel={({ name }) => name}>
      <Combobox.Input aria-label="Account" />
      <Combobox.Portal>
        <Combobox.Positioner>
          <Combobox.Popup>
            <Combobox.List>
              {(account) => (
                <Combobox.Item key={account.id} value={account}>
                  {account.name} {account.baseUrl}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
