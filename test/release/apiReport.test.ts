import { expect, it } from 'vitest';
import { toApiReport } from './apiReport.js';

it('An API report holds every declaration, and no comment', () => {
  const types = `import { ReactNode } from "react";

// dist-types/widget.d.ts
/** A widget. */
declare function Widget(props: {
  /** Shown on top. */
  title: "a // b";
}): ReactNode;
export { Widget };`;

  expect(toApiReport('index', types)).toBe(`# API of index

Made by \`npm run api\`; do not edit.

\`\`\`ts
import { ReactNode } from "react";
declare function Widget(props: {
  title: "a // b";
}): ReactNode;
export { Widget };
\`\`\`
`);
});
