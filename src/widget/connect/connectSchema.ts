import type { JsonObject } from '../../domain/json.js';
import { toPointer } from '../../domain/pointer.js';
import type { ConnectForm, ConnectScheme } from '../../domain/template.js';
import { connectMembers, toFieldName, type ConnectMember } from './connectMembers.js';
import type { ConnectText } from './connectText.js';
import { toPemPattern, type PemKind } from './pem.js';

export interface ConnectSchemaOptions {
  readonly form: ConnectForm;
  /** True: the connection is there, with its name and address. */
  readonly isRepair: boolean;
  readonly t: ConnectText['t'];
}

/**
 * The form of all schemes, in their order, as a JSON Schema: one form for what is applied together.
 * The address comes first, the name last.
 */
export function toConnectSchema({ form, isRepair, t }: ConnectSchemaOptions): JsonObject {
  const hasAddress = form.baseUrl !== 'no' && !isRepair;
  const members = form.schemes.flatMap((scheme, index) =>
    connectMembers[scheme.kind].map((member, position) => ({
      name: toFieldName(index, member.name),
      isRequired: member.isOptional !== true,
      schema: toMemberSchema(member, position === 0 ? scheme.description : undefined, t),
    })),
  );
  return {
    type: 'object',
    properties: {
      ...(hasAddress && { baseUrl: toAddressSchema(form, t) }),
      ...Object.fromEntries(members.map(({ name, schema }) => [name, schema])),
      ...(!isRepair && { name: toNameSchema(t) }),
    },
    required: [
      ...(hasAddress && form.baseUrl === 'required' ? ['baseUrl'] : []),
      ...members.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    ],
    additionalProperties: false,
  };
}

function toAddressSchema({ baseUrlHint }: ConnectForm, t: ConnectText['t']): JsonObject {
  return {
    type: 'string',
    title: t('connect.baseUrl'),
    // Like the handler's rule, which takes https where no scheme is given.
    pattern: '^\\s*(?:[hH][tT][tT][pP][sS]?://)?[^\\s/@:]+(?::[0-9]+)?(?:[/?#]\\S*)?\\s*$',
    errorMessage: {
      pattern: t('connect.baseUrl.wrong', { example: baseUrlHint ?? 'https://example.com' }),
    },
    ...(baseUrlHint !== undefined && { examples: [baseUrlHint] }),
  };
}

function toNameSchema(t: ConnectText['t']): JsonObject {
  return {
    type: 'string',
    title: t('connect.name'),
    description: t('connect.name.text'),
    maxLength: 80,
  };
}

function toMemberSchema(
  { label, isSecret, pem }: ConnectMember,
  description: string | undefined,
  t: ConnectText['t'],
): JsonObject {
  return {
    type: 'string',
    title: t(label),
    ...(description !== undefined && { description }),
    ...(isSecret && { writeOnly: true }),
    ...(pem && { multiline: true, pattern: toPemPattern(pem), errorMessage: toPemError(pem, t) }),
  };
}

function toPemError(kind: PemKind, t: ConnectText['t']): JsonObject {
  return { pattern: t(`connect.pem.${kind}`) };
}

/** What kind of PEM the field at a pointer takes; `undefined`: it takes any text. */
export function findPemKind({ schemes }: ConnectForm, pointer: string): PemKind | undefined {
  return schemes
    .flatMap((scheme: ConnectScheme, index) =>
      connectMembers[scheme.kind].map((member) => ({
        pointer: toPointer([toFieldName(index, member.name)]),
        pem: member.pem,
      })),
    )
    .find((each) => each.pointer === pointer)?.pem;
}
