import { transform, type Declaration } from 'lightningcss';

/** What a host decides that styles everything itself. */
const look =
  /^(?:all|color|color-scheme|background|border|outline|box-shadow|text-(?:decoration|transform)|font|letter-spacing|line-height|accent-color|appearance|cursor|transition|animation|hyphen|line-break|word-break|forced-color-adjust|--onb-_(?!space|control-height|lines))/;

/**
 * What lies above other things has to hide them; a heading that is given the focus is no control; a
 * short address keeps its line only in the smaller type that the styled one has.
 */
const instead = `
:where(.onb-popup,.onb-actions){background:Canvas}
:where(.onb-root) :focus:where([tabindex='-1']){outline:none}
.onb-root .onb-detail{white-space:normal}
`.replaceAll('\n', '');

/** Leaves of the stylesheet its layout alone: no colour, edge, font, shape or movement. */
export function toUnstyled(css: string): string {
  const { code } = transform({
    filename: 'styles.unstyled.css',
    code: new TextEncoder().encode(css),
    minify: true,
    visitor: {
      Declaration: (declaration) => (look.test(toName(declaration)) ? [] : undefined),
      // Older browsers need their fallbacks for colours alone.
      Rule: { keyframes: () => [], supports: () => [] },
    },
  });
  return instead + new TextDecoder().decode(code);
}

function toName(declaration: Declaration): string {
  if (declaration.property === 'custom') return declaration.value.name;
  if (declaration.property === 'unparsed') return declaration.value.propertyId.property;
  return declaration.property;
}
