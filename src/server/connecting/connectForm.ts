import type { ConnectForm, ConnectScheme } from '../../domain/template.js';
import { cutText } from '../../domain/cutText.js';
import type { ConnectRules, HostTemplate } from '../options.js';
import { type AuthScheme, isWebUrl } from '../platform/authScheme.js';

const longestDescription = 500;

/** What a new connection takes; `null` where none can be made: the host forbids it, or a scheme is unknown. */
export function toConnectForm(
  authSchemes: readonly AuthScheme[],
  { connect = {} }: HostTemplate,
  templateBaseUrl: string | undefined,
): ConnectForm | null {
  if (connect === false) return null;
  const schemes = authSchemes.flatMap(toConnectScheme);
  if (schemes.length === 0 || schemes.length < authSchemes.length) return null;
  const { baseUrl = 'no' }: ConnectRules = connect;
  const hasHint = baseUrl !== 'no' && isWebUrl(templateBaseUrl);
  return {
    schemes,
    baseUrl,
    ...(hasHint && { baseUrlHint: new URL(templateBaseUrl).origin }),
  };
}

function toConnectScheme({ kind, description }: AuthScheme): readonly ConnectScheme[] {
  if (kind === null) return [];
  if (description === undefined) return [{ kind }];
  return [{ kind, description: cutText(description, longestDescription) }];
}
