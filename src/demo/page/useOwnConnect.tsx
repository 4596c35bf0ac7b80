import { useCallback, useState, type ReactNode } from 'react';
import type { OnboardingWidgetProps } from 'react-versori-onboarding';
import { callControls } from './controlsClient.js';
import { toText } from './texts.js';
import type { Locale } from './urlState.js';

type OnConnectNew = NonNullable<OnboardingWidgetProps['onConnectNew']>;
type Request = Parameters<OnConnectNew>[0];

interface Asked {
  readonly request: Request;
  readonly settle: (connectionId: string | null) => void;
}

interface OwnConnectInput {
  readonly world: string;
  readonly user: string;
  readonly locale: Locale;
}

/** A host's own way to connect an account: a dialog of its own, and its own backend. */
export function useOwnConnect({ world, user, locale }: OwnConnectInput): {
  readonly onConnectNew: OnConnectNew;
  readonly dialog: ReactNode;
} {
  const [asked, setAsked] = useState<Asked | null>(null);
  const onConnectNew = useCallback<OnConnectNew>(
    (request) =>
      new Promise((resolve) => {
        const settle: Asked['settle'] = (connectionId) => {
          setAsked(null);
          resolve(connectionId === null ? undefined : { connectionId });
        };
        setAsked({ request, settle });
      }),
    [],
  );
  const connect = async ({ request, settle }: Asked): Promise<void> => {
    const id = request.connection?.id ?? createConnectionId();
    const connectionTemplateId = request.template.id;
    await callControls(world, { action: 'connect', id, user, connectionTemplateId });
    settle(id);
  };
  const dialog = asked && (
    <ConnectDialog
      name={asked.request.template.name}
      locale={locale}
      onConnect={() => void connect(asked)}
      onCancel={() => asked.settle(null)}
    />
  );
  return { onConnectNew, dialog };
}

function createConnectionId(): string {
  const number = 2_000_000 + Math.floor(Math.random() * 1_000_000);
  return `01JEXAMP1E000000CNX${number}`;
}

interface ConnectDialogProps {
  readonly name: string;
  readonly locale: Locale;
  readonly onConnect: () => void;
  readonly onCancel: () => void;
}

function ConnectDialog({ name, locale, onConnect, onCancel }: ConnectDialogProps): ReactNode {
  const text = toText(locale);
  return (
    <dialog
      className="demo-dialog"
      aria-labelledby="demo-own-connect"
      ref={(dialog) => {
        if (dialog?.open === false && typeof dialog.showModal === 'function') dialog.showModal();
      }}
      onCancel={(event) => {
        event.preventDefault();
        onCancel();
      }}
    >
      <h2 id="demo-own-connect" className="demo-dialog-heading">
        {text('own.heading')} <bdi>{name}</bdi>
      </h2>
      <p>{text('own.text')}</p>
      <p className="demo-dialog-actions">
        <button type="button" className="demo-button" onClick={onCancel}>
          {text('own.cancel')}
        </button>
        <button type="button" className="demo-button" data-kind="primary" onClick={onConnect}>
          {text('own.connect')}
        </button>
      </p>
    </dialog>
  );
}
