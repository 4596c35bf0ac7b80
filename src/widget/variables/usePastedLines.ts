import { useLayoutEffect, useRef, useState, type ClipboardEvent, type RefObject } from 'react';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface PastedLines {
  /** True from the moment on that the text had several lines, also once the user took them out. */
  readonly hasLines: boolean;
  readonly onPaste: (event: ClipboardEvent<TextElement>) => void;
}

/**
 * Keeps the line breaks of a paste, which a control of one line drops and a text area rewrites. The
 * one that ends the only line, as terminals copy it, is no second line and goes.
 */
export function usePastedLines(
  area: RefObject<HTMLTextAreaElement | null>,
  text: string,
  onText: (text: string) => void,
): PastedLines {
  const [hasLines, setHasLines] = useState(false);
  if (!hasLines && isSeveralLines(text)) setHasLines(true);
  const caret = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  function onPaste(event: ClipboardEvent<TextElement>): void {
    const { currentTarget } = event;
    const pasted = event.clipboardData.getData('text');
    if (currentTarget.readOnly || !isSeveralLines(pasted)) return;
    // A text area keeps all line breaks but those of Windows.
    if (currentTarget.tagName === 'TEXTAREA' && !pasted.includes('\r')) return;
    event.preventDefault();
    const { value } = currentTarget;
    const before = value.slice(0, currentTarget.selectionStart ?? value.length);
    const after = value.slice(currentTarget.selectionEnd ?? value.length);
    caret.current = toLineFeeds(before + pasted).length;
    onText(before + pasted + after);
  }

  return { hasLines, onPaste };
}

function isSeveralLines(text: string): boolean {
  return /[\r\n]/.test(text.trim());
}

/** The value of a text area, whose line breaks are of one character each. */
function toLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
