/** Names each part for `::part()` of the page's stylesheets, as `data-onb-part` names it for scripts. */
export function mirrorParts(shadow: ShadowRoot): void {
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      for (const node of [target, ...addedNodes]) if (node instanceof Element) mirrorBelow(node);
    }
  });
  observer.observe(shadow, { childList: true, subtree: true, attributeFilter: ['data-onb-part'] });
}

function mirrorBelow(element: Element): void {
  for (const each of [element, ...element.querySelectorAll('[data-onb-part]')]) {
    const name = each.getAttribute('data-onb-part');
    if (name !== null && each.getAttribute('part') !== name) each.setAttribute('part', name);
  }
}
