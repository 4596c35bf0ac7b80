import {
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { isAuthorizedKind } from '../../domain/credential.js';
import type { Connection } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import { toShownName } from '../../domain/shownName.js';
import type { ConnectForm, ConnectionTemplate } from '../../domain/template.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { FlowOptionsContext } from '../options/FlowOptionsContext.js';
import type { RenderVariableProps } from '../options/renderVariable.js';
import { Button } from '../parts/Button.js';
import { usePart } from '../root/part.js';
import { VariablesFields } from '../variables/VariablesFields.js';
import { ConnectProblem } from './ConnectProblem.js';
import { findPemKind } from './connectSchema.js';
import { asksForNothing } from './connectWays.js';
import { useConnectText } from './connectText.js';
import { PemInput } from './PemInput.js';
import { SignInState } from './SignInState.js';
import { useConnectAccount } from './useConnectAccount.js';

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
  const { onConnected, onCancel } = props;
  const part = usePart();
  const { t } = useConnectText();
  const headingId = useId();
  const { environmentId } = integration;
  const input = { environmentId, template, form, broken, proposedName, onConnected, t };
  const account = useConnectAccount(input);
  const { fields, authorization, needsSignIn, isSending, error, submit } = account;
  const root = useFirstFocus(props.takesFocus);
  const options = useFieldOptions(form);
  const names = { template: template.name, integration: integration.name };
  const connection = toShownName(broken?.name ?? '') || t('unnamed');
  const heading =
    broken === null ? t('connect.heading', names) : t('connect.again.heading', { connection });
  const isAtProvider = ['starting', 'waiting'].includes(authorization?.state.status ?? '');

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target, nativeEvent } = event;
    const isField = target instanceof HTMLInputElement && target.type !== 'file';
    if (key !== 'Enter' || !isField || nativeEvent.isComposing) return;
    // Around the widget may be a form of the host's.
    event.preventDefault();
    if (!isSending && !isAtProvider) submit();
  }

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
        <div role="presentation" onKeyDown={onKeyDown}>
          <FlowOptionsContext.Provider value={options}>
            <VariablesFields form={fields} />
          </FlowOptionsContext.Provider>
        </div>
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
      <div className="onb-connect-actions">
        {!isAtProvider && (
          <Button variant="primary" part="connect-submit" isBusy={isSending} onClick={submit}>
            {toSubmitLabel()}
          </Button>
        )}
        {onCancel && !isAtProvider && (
          <Button variant="quiet" part="connect-cancel" isBusy={isSending} onClick={onCancel}>
            {t('connect.cancel')}
          </Button>
        )}
      </div>
    </div>
  );

  function toSubmitLabel(): string {
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

/** The fields of credentials are our own: what a host draws or translates is for variables alone. */
function useFieldOptions(form: ConnectForm): FlowOptions {
  return useMemo(
    () => ({
      renderVariable(field: RenderVariableProps) {
        const kind = findPemKind(form, field.field.pointer);
        return kind && <PemInput {...field} kind={kind} />;
      },
    }),
    [form],
  );
}
