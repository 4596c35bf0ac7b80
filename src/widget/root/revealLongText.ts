/**
 * Brings a long text into view that the Tab key led to: of such a field, browsers show the line with the
 * caret and no more, though actions that stay at the bottom may cover that.
 */
export function revealLongText({ key, target }: KeyboardEvent): void {
  // Where nothing is laid out, as in the tests of hosts, there is no such method.
  if (key === 'Tab' && target instanceof HTMLTextAreaElement) {
    target.scrollIntoView?.({ block: 'nearest' });
  }
}
