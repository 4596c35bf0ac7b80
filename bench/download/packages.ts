/** A package as a host's page imports it. */
export interface Measured {
  readonly name: string;
  /** The module of the host, but for what keeps its imports from being dropped. */
  readonly imports: Readonly<Record<string, readonly string[]>>;
  /** Stylesheets that its documentation tells to load; styles inside of its JavaScript count there. */
  readonly styles?: readonly string[];
  /** The modules that an activation loads later; absent: everything that is ever loaded. */
  readonly isOfActivation?: (module: string) => boolean;
}

export const ours = 'OnboardingWidget';

/** The rooms of the widget that somebody walks through to turn an integration on. */
const roomsOfActivation =
  /dist\/widget\/(flow-view|template-step|variables-step|review-step|outcome)\//;

/** Paths are from the repository's root. */
export const measuredPackages: readonly Measured[] = [
  {
    name: ours,
    imports: { './dist/index.js': ['OnboardingWidget', 'createHttpBackend'] },
    styles: ['dist/styles.css'],
    isOfActivation: (module) => roomsOfActivation.test(module),
  },
  {
    name: '@pipedream/connect-react',
    imports: { '@pipedream/connect-react': ['ComponentFormContainer', 'FrontendClientProvider'] },
  },
  {
    name: '@amp-labs/react',
    imports: { '@amp-labs/react': ['AmpersandProvider', 'InstallIntegration'] },
    styles: ['bench/node_modules/@amp-labs/react/build/style.css'],
  },
  {
    name: '@rjsf/core with Ajv',
    imports: { '@rjsf/core': ['default'], '@rjsf/validator-ajv8': ['default'] },
  },
  {
    name: 'JSON Forms vanilla',
    imports: {
      '@jsonforms/react': ['JsonForms'],
      '@jsonforms/vanilla-renderers': ['vanillaCells', 'vanillaRenderers'],
    },
  },
  {
    name: '@integration-app/react',
    imports: {
      '@integration-app/react': ['IntegrationAppProvider', 'useIntegrationApp', 'DataInput'],
    },
    styles: ['bench/node_modules/@integration-app/react/dist/styles.css'],
  },
];

/** The text of the host's module. `root` is what a path of ours is resolved from. */
export function toHostModule({ imports }: Measured, root: string): string {
  const used: string[] = [];
  const lines = Object.entries(imports).map(([source, names]) => {
    const list = names.map((name) => {
      used.push(`used${used.length}`);
      return `${name} as ${used.at(-1)}`;
    });
    const from = source.startsWith('./') ? `${root}${source.slice(1)}` : source;
    return `import { ${list.join(', ')} } from ${JSON.stringify(from)};`;
  });
  return `${lines.join('\n')}\nglobalThis.used = [${used.join(', ')}];\n`;
}
