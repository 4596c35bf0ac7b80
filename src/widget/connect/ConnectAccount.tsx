import { useId, useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react';
import { isAuthorizedKind } from '../../domain/credential.js';
import type { Connection } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import { toShownName } from '../../domain/shownName.js';
import type { ConnectForm, ConnectionTemplate } from '../../domain/template.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { ConnectFields } from './ConnectFields.js';
import { ConnectProblem } from './ConnectProblem.js';
import { asksForNothing } from './connectWays.js';
import { useConnectText } from './connectText.js';
import { SignInState } from './SignInState.js';
import { useConnectAccount, type ConnectAccountState } from './useConnectAccount.js';

export interface ConnectAccountProps {
  readonly integration: Pick<Integration, 'environmentId' | 'name'>;
  readonly template: ConnectionTemplate;
  /** The connection to sign in to again; `null`: a new one. */
  readonly broken: Connection | null;
  /** What a new account is called unless the user says something else. */
  readonly proposedName: string;
  /** False: what stands around the form says its heading already. Default: true. */
  readonly isTitled?: boolean | undefined;
  /** True: the user opened the form, so it takes the focus. */
  readonly takesFocus: boolean;
  readonly onConnected: (connection: Connection) => void;
  /** Absent: there is nothing to go back to. */
  readonly onCancel?: (() => void) | undefined;
}

/** Connects an account in place, or signs in to one again. Needs a template with a `connect` form. */
export function ConnectAccount(props: ConnectAccountProps): ReactNode {
  const { template } = props;
  return template.connect === null ? null : <ConnectForm {...props} form={template.connect} />;
}

interface ConnectFormProps extends ConnectAccountProps {
  readonly form: ConnectForm;
}

function ConnectForm(props: ConnectFormProps): ReactNode {
  const { integration, template, form, broken, proposedName, isTitled = true } = props;
  const part = usePart();
  const { t } = useConnectText();
  const headingId = useId();
  const { environmentId } = integration;
  const input = {
    environmentId,
    template,
    form,
    broken,
    proposedName,
    onConnected: props.onConnected,
    t,
  };
  const account = useConnectAccount(input);
  const { fields, authorization, needsSignIn, isSending, error, submit } = account;
  const root = useFirstFocus(props.takesFocus);
  const names = { template: template.name, integration: integration.name };
  const connection = toShownName(broken?.name ?? '') || t('unnamed');
  const heading =
    broken === null ? t('connect.heading', names) : t('connect.again.heading', { connection });
  const isAtProvider = ['starting', 'waiting'].includes(authorization?.state.status ?? '');

  return (
    <div
      {...part('connect-account')}
      ref={root}
      role="group"
      aria-label={isTitled ? undefined : heading}
      aria-labelledby={isTitled ? headingId : undefined}
    >
      {isTitled && (
        <p className="onb-connect-heading" id={headingId} tabIndex={-1} dir="auto">
          {heading}
        </p>
      )}
      {broken !== null && <p dir="auto">{t('connect.again.lead', names)}</p>}
      <SignInLead form={form} template={template.name} />
      {template.helpUrl !== undefined && (
        <p>
          <a {...part('connect-help')} href={template.helpUrl} target="_blank" rel="noreferrer">
            {t('connect.help')}
          </a>
        </p>
      )}
      {!asksForNothing(form, broken !== null) && (
        <ConnectFields
          form={form}
          fields={fields}
          onEnter={isSending || isAtProvider ? undefined : submit}
        />
      )}
      {error !== null && (
        <ConnectProblem
          error={error}
          fields={fields}
          needsSignIn={needsSignIn}
          onSendAgain={account.sendAgain}
        />
      )}
      {authorization !== null && (
        <SignInState
          authorization={authorization}
          template={template.name}
          onOpen={submit}
          onLeave={() => authorization.sameWindow?.leave(account.readNameAndAddress()) === true}
        />
      )}
      <p role="status" className="onb-visually-hidden">
        {isSending && t('connect.connecting')}
      </p>
      {!isAtProvider && <ConnectActions {...props} account={account} />}
    </div>
  );
}

interface ConnectActionsProps extends Pick<
  ConnectAccountProps,
  'broken' | 'template' | 'onCancel'
> {
  readonly account: ConnectAccountState;
}

function ConnectActions({ broken, template, onCancel, account }: ConnectActionsProps): ReactNode {
  const { t } = useConnectText();
  const { isSending, needsSignIn, submit } = account;
  return (
    <div className="onb-connect-actions">
      <Button variant="primary" part="connect-submit" isBusy={isSending} onClick={submit}>
        {toSubmitLabel()}
      </Button>
      {onCancel && (
        <Button variant="quiet" part="connect-cancel" isBusy={isSending} onClick={onCancel}>
          {t('connect.cancel')}
        </Button>
      )}
    </div>
  );

  function toSubmitLabel(): string {
    const names = { template: template.name };
    if (isSending) return t('connect.connecting');
    if (needsSignIn) return t('connect.signIn', names);
    return broken === null ? t('template.connectNew', names) : t('template.signInAgain');
  }
}

interface SignInLeadProps {
  readonly form: ConnectForm;
  readonly template: string;
}

/** Says beforehand that a window will open, and what the integration's author says of the sign-in. */
function SignInLead({ form, template }: SignInLeadProps): ReactNode {
  const { t } = useConnectText();
  const schemes = form.schemes.filter(({ kind }) => isAuthorizedKind(kind));
  if (schemes.length === 0) return null;
  const descriptions = new Set(schemes.flatMap(({ description = [] }) => description));
  return (
    <>
      {[...descriptions].map((description) => (
        <p key={description} dir="auto">
          {description}
        </p>
      ))}
      <p dir="auto">{t('connect.signIn.lead', { template })}</p>
    </>
  );
}

/** What had the focus made room for the form: its first field is where the user goes on, else its heading. */
function useFirstFocus(takesFocus: boolean): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!takesFocus) return;
    const first = root.current?.querySelector<HTMLElement>('input:not([type=file]), textarea');
    (first ?? root.current?.querySelector<HTMLElement>('.onb-connect-heading'))?.focus();
  }, [takesFocus]);
  return root;
}
