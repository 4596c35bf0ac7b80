/** What a host has written for a state of the component. */
export interface HostCodeInput {
  readonly component: 'OnboardingWidget' | 'IntegrationHub';
  /** Props in their order, beside `baseUrl`. Functions are written as a name of the host's. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly locale: string;
}

/** The file of a host's page, as text: imports, and the component with its props. */
export function toHostCode({ component, props, locale }: HostCodeInput): string {
  const given = Object.entries(props).filter(([, value]) => value !== undefined);
  const own = given.filter(([, value]) => hasFunction(value)).map(([name]) => name);
  const language = locale === 'en' ? [] : [['locale', locale] as const];
  const lines = [['baseUrl', '/api/onboarding'] as const, ...language, ...given].map(
    ([name, value]) => `      ${toAttribute(name, value)}`,
  );
  if (locale !== 'en') lines.push(`      messages={${toCatalogName(locale)}}`);
  return [
    `import { ${component} } from 'react-versori-onboarding';`,
    ...(locale === 'en'
      ? []
      : [`import { ${toCatalogName(locale)} } from 'react-versori-onboarding/locales/${locale}';`]),
    `import 'react-versori-onboarding/styles.css';`,
    ...(own.length > 0 ? [`import { ${own.join(', ')} } from './yourProduct';`] : []),
    '',
    'export function Integrations() {',
    '  return (',
    `    <${component}`,
    ...lines,
    '    />',
    '  );',
    '}',
    '',
  ].join('\n');
}

/** Each locale's file exports its catalog under this name. */
function toCatalogName(locale: string): string {
  return locale.replace('-', '');
}

function toAttribute(name: string, value: unknown): string {
  if (value === true) return name;
  if (typeof value === 'string') return `${name}=${JSON.stringify(value)}`;
  return `${name}={${hasFunction(value) ? name : toLiteral(value)}}`;
}

function hasFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasFunction);
}

/** As Prettier would write it in one line. */
function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return toScalar(value);
  const members = Object.entries(value).map(([name, member]) => {
    return `${/^[\w$]+$/.test(name) ? name : toScalar(name)}: ${toLiteral(member)}`;
  });
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

function toScalar(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return typeof value === 'string' ? `'${text.slice(1, -1).replaceAll("'", "\\'")}'` : text;
}
