import { compile } from 'tailwindcss-4';
import { readPackageFile } from './readPackageFile.js';

/** Builds what Tailwind 4 makes of a page that uses these classes. */
export async function buildTailwind4(classes: readonly string[]): Promise<string> {
  const source = readPackageFile('tailwindcss-4/index.css');
  const { build } = await compile(source);
  return build([...classes]);
}

/** What shadcn/ui adds to it, in the same layer as the reset. */
export const shadcn = `
  @layer base {
    * { border-color: oklch(0.922 0 0); outline-color: oklch(0.708 0 0 / 50%); }
    body { background: oklch(1 0 0); color: oklch(0.145 0 0); }
  }
`;
