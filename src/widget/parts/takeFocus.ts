/**
 * A `ref` that focuses its element in the commit in which it appears; an effect would leave a moment
 * in which keys go nowhere. Given from the second render on, it focuses then.
 */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
