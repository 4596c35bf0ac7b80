import { useCombobox } from 'downshift';
import { useMemo, useState, type ReactNode } from 'react';
import type { Connection } from 'react-versori-onboarding';
import { VList } from 'virtua';

/** The rows in view alone are drawn, as virtua's documentation does it. */
export function DownshiftList({
  accounts,
}: {
  readonly accounts: readonly Connection[];
}): ReactNode {
  const [typed, setTyped] = useState('');
  const items = useMemo(() => {
    const wanted = typed.toLowerCase();
    return accounts.filter(({ name }) => name.toLowerCase().includes(wanted));
  }, [accounts, typed]);
  const { isOpen, getInputProps, getMenuProps, getItemProps } = useCombobox({
    items,
    itemToString: (account) => account?.name ?? '',
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
  });
  return (
    <div>
      <input {...getInputProps({ 'aria-label': 'Account' })} />
      <div {...getMenuProps({ 'aria-label': 'Accounts' })}>
        {isOpen && (
          <VList data={items} style={{ height: 400 }}>
            {(account, index) => (
              <div key={account.id} {...getItemProps({ item: account, index })}>
                {account.name} {account.baseUrl}
              </div>
            )}
          </VList>
        )}
      </div>
    </div>
  );
}
