/** The custom properties that decide the look: those that the stylesheet reads and never declares. */
export const themeVariables = [
  '--onb-space',
  '--onb-radius',
  '--onb-radius-control',
  '--onb-font',
  '--onb-font-size-heading',
  '--onb-font-weight-strong',
  '--onb-control-height',
  '--onb-ring',
  '--onb-shadow',
  '--onb-color-field',
  '--onb-color-raised',
  '--onb-color-text',
  '--onb-color-muted',
  '--onb-color-surface',
  '--onb-color-border',
  '--onb-color-control',
  '--onb-color-accent',
  '--onb-color-on-accent',
  '--onb-color-tint',
  '--onb-color-danger',
  '--onb-color-on-danger',
  '--onb-color-danger-tint',
  '--onb-color-warning',
  '--onb-color-success',
] as const;

/** The name of a custom property of the look: a key of `appearance.variables`. */
export type ThemeVariable = (typeof themeVariables)[number];
