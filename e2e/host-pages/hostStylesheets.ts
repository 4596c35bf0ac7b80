import { readPackageFile } from './readPackageFile.js';
import { buildTailwind4, shadcn } from './tailwind4.js';

/** Tailwind fills in the colours and fonts of its theme when it builds. */
function withoutTheme(css: string): string {
  return css
    .replaceAll(/theme\('borderColor[^)]*\)/g, '#e5e7eb')
    .replaceAll(/theme\([^)]*\)/g, 'inherit');
}

/** Everything that a part relies on, changed for every bare element within the widget. */
const loudElements = `
  :is(a, article, b, bdi, button, dd, dialog, div, dl, dt, fieldset, footer, h2, h3, h4, header, input,
    label, legend, li, ol, option, output, p, progress, section, select, small, span, svg, textarea,
    time, ul, path):where(.onb-root, .onb-root *) {
    display: block; position: relative; float: left; appearance: none; box-sizing: content-box;
    inline-size: 90%; min-block-size: 60px; margin: 13px; padding: 11px; border: 3px solid red;
    border-radius: 0; background: yellow; box-shadow: 0 0 9px red; opacity: 0.5; color: red; fill: red;
    stroke: red; font: italic 700 22px / 2 serif; letter-spacing: 2px; list-style: square;
    text-align: center; text-decoration: line-through; text-transform: uppercase;
  }
`;

const meyerReset = `
  html, body, div, span, h1, h2, h3, h4, p, a, b, dl, dt, dd, ol, ul, li, fieldset, form, label, legend,
  article, aside, details, footer, header, section, time {
    margin: 0; padding: 0; border: 0; font-size: 100%; font: inherit; vertical-align: baseline;
  }
  article, aside, details, footer, header, section { display: block; }
  body { line-height: 1; }
  ol, ul { list-style: none; }
`;

const tailwind4 = await buildTailwind4(['p-4', 'rounded-lg']);

/** Stylesheets of host pages in which a widget has to look as it does in a plain one. */
export const hostStylesheets: Readonly<Record<string, string>> = {
  'margins and paddings reset': '* { margin: 0; padding: 0; box-sizing: border-box; }',
  'a reset of the kind that Meyer wrote': meyerReset,
  'rules for every bare element': loudElements,
  'Tailwind 3': withoutTheme(readPackageFile('tailwindcss-3/src/css/preflight.css')),
  'Tailwind 4': tailwind4,
  'shadcn/ui': `${tailwind4}${shadcn}`,
  'Bootstrap 5': readPackageFile('bootstrap/dist/css/bootstrap.css'),
};
