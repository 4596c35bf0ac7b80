/** What component libraries say of bare elements in every page that they are used in. */
export const componentLibraries: Readonly<Record<string, string>> = {
  'MUI with CssBaseline': `
    html { -webkit-font-smoothing: antialiased; box-sizing: border-box; -webkit-text-size-adjust: 100%; }
    *, *::before, *::after { box-sizing: inherit; }
    strong, b { font-weight: 700; }
    body { margin: 0; font: 400 1rem/1.5 Roboto, Helvetica, Arial, sans-serif; letter-spacing: 0.00938em; }
    body::backdrop { background-color: #fff; }
  `,
  'Chakra UI': `
    *, *::before, *::after { border-width: 0; border-style: solid; box-sizing: border-box; border-color: #e2e8f0; }
    *::placeholder { color: #a0aec0; }
    hr { border-top-width: 1px; height: 0; }
    b, strong { font-weight: bold; }
    small { font-size: 80%; }
    button, input, optgroup, select, textarea { font-family: inherit; font-size: 100%; line-height: 1.15; margin: 0; }
    button, select { text-transform: none; }
    fieldset { margin: 0; padding: 0; }
    legend { box-sizing: border-box; max-width: 100%; white-space: normal; padding: 0; }
    progress { vertical-align: baseline; }
    [type='checkbox'], [type='radio'] { box-sizing: border-box; padding: 0; }
    details { display: block; } summary { display: list-item; }
    dl, dd, h1, h2, h3, h4, p, figure, pre { margin: 0; }
    button { background: transparent; padding: 0; }
    ol, ul { margin: 0; padding: 0; list-style: none; }
    textarea { resize: vertical; }
    button, [role='button'] { cursor: pointer; }
    button, input, optgroup, select, textarea { padding: 0; line-height: inherit; color: inherit; }
    h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
    a { background-color: transparent; color: inherit; text-decoration: inherit; }
    img, svg, video { display: block; }
    img, video { max-width: 100%; height: auto; }
  `,
  'Ant Design': `
    *, *::before, *::after { box-sizing: border-box; }
    [tabindex='-1']:focus { outline: none; }
    h1, h2, h3, h4, h5, h6 { margin-top: 0; margin-bottom: 0.5em; font-weight: 500; }
    p { margin-top: 0; margin-bottom: 1em; }
    ol, ul, dl { margin-top: 0; margin-bottom: 1em; }
    dt { font-weight: 500; }
    dd { margin-bottom: 0.5em; margin-left: 0; }
    b, strong { font-weight: bolder; }
    small { font-size: 80%; }
    a { color: #1677ff; text-decoration: none; background-color: transparent; transition: color 0.3s; }
    img, svg { vertical-align: middle; border-style: none; }
    a, area, button, [role='button'], input:not([type='range']), label, select, summary, textarea { touch-action: manipulation; }
    input, button, select, optgroup, textarea { margin: 0; color: inherit; font-size: inherit; font-family: inherit; line-height: inherit; }
    button, input { overflow: visible; }
    textarea { overflow: auto; resize: vertical; }
    fieldset { min-width: 0; margin: 0; padding: 0; border: 0; }
    legend { display: block; width: 100%; max-width: 100%; margin-bottom: 0.5em; padding: 0; font-size: 1.5em; line-height: inherit; white-space: normal; }
    [type='search'] { outline-offset: -2px; -webkit-appearance: none; }
    summary { display: list-item; }
  `,
  Mantine: `
    *, *::before, *::after { box-sizing: border-box; }
    input, button, textarea, select { font: inherit; }
    button, select { text-transform: none; }
    body { margin: 0; -webkit-font-smoothing: antialiased; }
    @media (prefers-reduced-motion: reduce) {
      [data-respect-reduced-motion] * { transition: none; animation: none; }
    }
  `,
  'normalize.css': `
    html { line-height: 1.15; -webkit-text-size-adjust: 100%; }
    b, strong { font-weight: bolder; }
    code, kbd, pre, samp { font-family: monospace, monospace; font-size: 1em; }
    small { font-size: 80%; }
    button, input, optgroup, select, textarea { font-family: inherit; font-size: 100%; line-height: 1.15; margin: 0; }
    button, input { overflow: visible; }
    button, select { text-transform: none; }
    button, [type='button'], [type='submit'] { -webkit-appearance: button; }
    fieldset { padding: 0.35em 0.75em 0.625em; }
    legend { box-sizing: border-box; color: inherit; display: table; max-width: 100%; padding: 0; white-space: normal; }
    progress { vertical-align: baseline; }
    textarea { overflow: auto; }
    [type='checkbox'], [type='radio'] { box-sizing: border-box; padding: 0; }
    [type='search'] { -webkit-appearance: textfield; outline-offset: -2px; }
    details { display: block; }
    summary { display: list-item; }
  `,
  'text sizes counted from 62.5%': 'html { font-size: 62.5%; } body { font-size: 1.6rem; }',
};
