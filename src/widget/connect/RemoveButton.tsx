import { useState, type ReactNode } from 'react';
import type { Connection } from '../../domain/connection.js';
import { toShownName } from '../../domain/shownName.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { useBackend } from '../../headless/settings.js';
import { Button } from '../parts/Button.js';
import { LazyBoundary } from '../parts/LazyBoundary.js';
import { lazyModule } from '../parts/lazyModule.js';
import { useText } from '../root/text.js';

const lazyRemoveDialog = lazyModule(() => import('./RemoveDialog.js'));

interface RemoveButtonProps {
  readonly template: ConnectionTemplate;
  readonly connection: Connection;
  readonly onRemoved: () => void;
}

/** Returns whether the host lets users remove their connections of a template. */
export function useCanRemove(template: ConnectionTemplate): boolean {
  const { removeConnection } = useBackend();
  return template.removable === true && removeConnection !== undefined;
}

/** Asks whether to remove a connection; renders nothing where the host does not allow it. */
export function RemoveButton(props: RemoveButtonProps): ReactNode {
  const { template, connection, onRemoved } = props;
  const { t } = useText();
  const canRemove = useCanRemove(template);
  const [isOpen, setOpen] = useState(false);
  if (!canRemove) return null;
  const name = toShownName(connection.name) || t('unnamed');
  return (
    <>
      <Button variant="quiet" part="remove-connection" onClick={() => setOpen(true)}>
        {t('template.remove', { connection: name })}
      </Button>
      {isOpen && (
        <LazyBoundary module={lazyRemoveDialog} placeholder="cards" onCancel={() => setOpen(false)}>
          {({ RemoveDialog }) => (
            <RemoveDialog
              template={template}
              connection={connection}
              onClose={() => setOpen(false)}
              onRemoved={onRemoved}
            />
          )}
        </LazyBoundary>
      )}
    </>
  );
}
