import { expect, it } from 'vitest';
import { toApiReference } from './apiReference.js';

it('An API reference holds each exported name with its docstring, and those of its members', () => {
  const types = `import { ReactNode } from "react";
/** Not exported. */
interface Hidden {}
/**
 * Shows a widget.
 *
 * @throws Without a title.
 */
declare function Widget$1(props: Props): ReactNode;
interface Props extends Hidden {
  /** Shown on top. */
  title: string;
}
export { type Props, Widget$1 as Widget };`;

  expect(toApiReference('a-package', types)).toBe(`# a-package

Made from the docstrings by \`npm run api\`; do not edit.

## Props

\`\`\`ts
interface Props extends Hidden {
  /** Shown on top. */
  title: string;
}
\`\`\`

## Widget

Shows a widget.

- **@throws** Without a title.

\`\`\`ts
declare function Widget$1(props: Props): ReactNode;
\`\`\`
`);
});
