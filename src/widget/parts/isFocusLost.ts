/**
 * Whether what had the focus has gone from the page. Also true for a part of a shadow root: as long as
 * something inside has the focus, the document names its host.
 */
export function isFocusLost(): boolean {
  return document.activeElement === document.body || document.activeElement === null;
}
