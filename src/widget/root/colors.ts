/** Red, green, blue from 0 to 255, and alpha from 0 to 1. */
export interface Color {
  readonly rgb: readonly [number, number, number];
  readonly alpha: number;
}

/** Reads a computed colour; `undefined` where neither the text nor a canvas tells what it is. */
export function readColor(text: string): Color | undefined {
  const [, red, green, blue, alpha = '1'] =
    /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text) ?? [];
  if (red === undefined) return paintColor(text);
  return { rgb: [Number(red), Number(green), Number(blue)], alpha: Number(alpha) };
}

/** Computed values keep spaces such as `oklch()`; only a canvas turns these into sRGB. */
function paintColor(text: string): Color | undefined {
  if (!/^[a-z-]+\(/.test(text)) return undefined;
  const canvas = document.createElement('canvas').getContext('2d');
  if (!canvas) return undefined;
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return { rgb: [red, green, blue], alpha: alpha / 255 };
}

/** Paints one colour over another, which is opaque. */
export function blend({ rgb, alpha }: Color, below: Color): Color {
  const [red, green, blue] = rgb;
  const [belowRed, belowGreen, belowBlue] = below.rgb;
  const mix = (above: number, under: number): number => above * alpha + under * (1 - alpha);
  return { rgb: [mix(red, belowRed), mix(green, belowGreen), mix(blue, belowBlue)], alpha: 1 };
}

/** Relative luminance of WCAG 2, from 0 (black) to 1 (white). */
export function toLuminance({ rgb: [red, green, blue] }: Color): number {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast of WCAG 2, from 1 to 21. */
export function toContrast(one: Color, other: Color): number {
  const [low = 0, high = 0] = [toLuminance(one), toLuminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}
