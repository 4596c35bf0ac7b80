import { useState, type ReactNode } from 'react';
import { cutText } from '../../domain/cutText.js';
import { FoldButton } from '../parts/FoldButton.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';

/** Longer texts are cut here until the user asks for all of it. */
const MAX_CHARACTERS = 280;
const MAX_LINES = 6;

/** A text of any length: the beginning of a long one, and the button that shows all of it. */
export function FoldedText({ text }: { readonly text: string }): ReactNode {
  const part = usePart();
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const start = cut(text);
  const isLong = start !== text;
  return (
    <>
      <span {...part('value-text')} dir="auto">
        {isOpen ? text : start}
      </span>
      {isLong && (
        <FoldButton part="unfold" isOpen={isOpen} setOpen={setOpen}>
          {t(isOpen ? 'activation.less' : 'activation.all')}
        </FoldButton>
      )}
    </>
  );
}

function cut(text: string): string {
  const lines = text.split('\n', MAX_LINES + 1);
  const few = lines.length > MAX_LINES ? `${lines.slice(0, MAX_LINES).join('\n')}…` : text;
  return few.length <= MAX_CHARACTERS * 1.2 ? few : cutText(few, MAX_CHARACTERS);
}
