import type { Locator } from '@playwright/test';

/**
 * What larger text has lost: parts that stick out of the widget or of the dialog, texts that are cut
 * off, and texts that lie on one another.
 */
export function findTextMisfits(stage: Locator): Promise<readonly string[]> {
  return stage.evaluate((node) => {
    const frames = [...node.querySelectorAll('.onb-root, dialog[open]')];
    return [...frames.flatMap(findOutside), ...frames.flatMap(findCut), ...findOverlaps()];

    function toName(element: Element): string {
      const text = (element.textContent ?? '').trim().slice(0, 40);
      return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${text}`;
    }

    function partsOf(frame: Element): Element[] {
      return [...frame.querySelectorAll('*')].filter(
        (element) =>
          element.closest('.onb-visually-hidden, svg, [aria-hidden="true"]') === null &&
          element.closest('.onb-root, dialog[open]') === frame &&
          element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      );
    }

    function findOutside(frame: Element): string[] {
      const edge = frame.getBoundingClientRect();
      return partsOf(frame).flatMap((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        // Quiet buttons hang over by their padding, so that their text is in line with the others.
        const most = Number.parseFloat(getComputedStyle(element).fontSize) / 2 + 1;
        const isInside = left >= edge.left - most && right <= edge.right + most;
        if (width * height === 0 || isInside) return [];
        return [`${toName(element)} sticks out`];
      });
    }

    function findCut(frame: Element): string[] {
      return partsOf(frame).flatMap((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
        const isField = element.matches('input, textarea, select, progress');
        const isNarrow = overflowX === 'hidden' && scrollWidth > clientWidth + 1;
        const isLow = overflowY === 'hidden' && scrollHeight > clientHeight + 8;
        return !isField && (isNarrow || isLow) ? [`${toName(element)} is cut off`] : [];
      });
    }

    function findOverlaps(): string[] {
      const texts = frames.flatMap(partsOf).flatMap((element) =>
        [...element.childNodes].flatMap((child) => {
          const isCovering = element.closest('.onb-actions, .onb-popup') !== null;
          if (!(child instanceof Text) || child.data.trim() === '' || isCovering) return [];
          const range = document.createRange();
          range.selectNodeContents(child);
          const frame = element.closest('.onb-root, dialog[open]');
          return [...range.getClientRects()].map((box) => ({ element, frame, box }));
        }),
      );
      return texts.flatMap((one, index) =>
        texts.slice(index + 1).flatMap((other) => {
          const across =
            Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const down =
            Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          const isOver = across > 2 && down > Math.min(one.box.height, other.box.height) / 2;
          if (!isOver || one.element === other.element || one.frame !== other.frame) return [];
          return [`${toName(one.element)} lies on ${toName(other.element)}`];
        }),
      );
    }
  });
}
