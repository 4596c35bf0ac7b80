import { blend, readColor, toContrast, toLuminance, type Color } from './colors.js';

/** Below this luminance white text stands out more than black text does. */
const DARK_BELOW = 0.18;

/**
 * Tells from what the host has painted behind an element whether it is dark; `undefined` where nothing
 * is painted, so that the inherited `color-scheme` decides. Pages are often dark without saying so.
 */
export function readHostScheme(element: Element): 'light' | 'dark' | undefined {
  const background = readBackground(element);
  if (background === undefined) return undefined;
  if (background !== 'image') return toLuminance(background) < DARK_BELOW ? 'dark' : 'light';
  const text = readColor(getComputedStyle(parentOf(element) ?? element).color);
  return text && (toLuminance(text) > 0.5 ? 'dark' : 'light');
}

/** Contrast of an element's text with what is painted behind it; `undefined` where that is not known. */
export function readContrast(element: Element): number | undefined {
  const background = readBackground(element);
  const text = readColor(getComputedStyle(element).color);
  if (text === undefined || background === undefined || background === 'image') return undefined;
  return toContrast(blend(text, background), background);
}

/** The element and everything that it is painted upon, out of the shadow roots that it is in. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) yield at;
}

function parentOf(element: Element): Element | null {
  const { parentNode } = element;
  return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement;
}

function readBackground(element: Element): Color | 'image' | undefined {
  const veils: Color[] = [];
  for (const at of ancestorsOf(element)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none' && backgroundImage !== '') return 'image';
    const color = readColor(backgroundColor);
    if (color === undefined || color.alpha === 0) continue;
    if (color.alpha === 1) return veils.reduceRight((below, veil) => blend(veil, below), color);
    veils.push(color);
  }
  return undefined;
}
