import type { ChoiceValue } from '../page/urlState.js';

type BrandName = ChoiceValue<'brand'>;
type AccentName = ChoiceValue<'accent'>;

/** What each product sets beside its colours, which stand in the stylesheet beside this file. */
const brandVariables: Readonly<Record<BrandName, Readonly<Record<string, string>>>> = {
  fernway: {},
  ink: {
    '--onb-radius': '4px',
    '--onb-radius-control': '4px',
    '--onb-control-height': '2.25em',
    '--onb-font-weight-strong': '500',
  },
  harbour: { '--onb-radius': '8px', '--onb-font-weight-strong': '700' },
  bloom: {
    '--onb-radius': '18px',
    '--onb-radius-control': '999px',
    '--onb-control-height': '2.75em',
  },
};

type Pair = readonly [light: string, dark: string];

const accents: Readonly<Record<Exclude<AccentName, 'default'>, Pair>> = {
  blue: ['#2456c7', '#93b7ff'],
  plum: ['#7a2f9c', '#dca8f5'],
  teal: ['#0b6670', '#6fd3df'],
  amber: ['#8a4b00', '#f3b765'],
};

interface Look {
  readonly brand: BrandName;
  readonly accent: AccentName;
  /** In pixels; `default`: the brand's. */
  readonly radius: string;
}

/** The brand's colours: those of the page around the widget. */
const pageColours = {
  '--onb-color-accent': 'var(--demo-accent)',
  '--onb-color-on-accent': 'var(--demo-on-accent)',
  '--onb-color-surface': 'var(--demo-page)',
};

/** The custom properties of the widget on a brand's page. */
export function toBrandVariables(look: Look): Readonly<Record<string, string>> {
  return { ...pageColours, ...brandVariables[look.brand], ...toOwnVariables(look) };
}

/** The same where the widget stands alone: its own look, but for what was chosen. */
export function toStoryVariables(look: Look): Readonly<Record<string, string>> {
  return look.brand === 'fernway' ? toOwnVariables(look) : toBrandVariables(look);
}

function toOwnVariables({ accent, radius }: Look): Readonly<Record<string, string>> {
  return {
    ...(accent !== 'default' && {
      '--onb-color-accent': `light-dark(${accents[accent].join(', ')})`,
      '--onb-color-on-accent': 'light-dark(#ffffff, #10151c)',
    }),
    ...(radius !== 'default' && {
      '--onb-radius': `${radius}px`,
      '--onb-radius-control': `${radius}px`,
    }),
  };
}
