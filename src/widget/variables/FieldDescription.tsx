import { useMemo, useState, type ReactNode } from 'react';
import type { Field } from '../../variables/field.js';
import { FoldButton } from '../parts/FoldButton.js';
import { Description } from './Description.js';
import { getExamples } from './describeField.js';
import { getLabel } from './fieldText.js';
import { parseDescription, toPlainDescription } from './parseDescription.js';
import { useVariables } from './VariablesContext.js';

/** Longer ones are folded: more than four lines beside a field. */
const LONG = 320;

/** What the schema says of a field, and what its value looks like. */
export function FieldDescription({ field }: { readonly field: Field }): ReactNode {
  const context = useVariables();
  const { part, getId, translate, t } = context;
  const text = translate(field.description ?? '', field.pointer);
  const nodes = useMemo(() => parseDescription(text), [text]);
  const isLong = text.length > LONG && toPlainDescription(nodes).length > LONG;
  const [isOpen, setIsOpen] = useState(false);
  const examples = getExamples(field);
  const state = isOpen ? 'open' : 'folded';
  return (
    <div {...part('hint')}>
      <div
        {...part('description', isLong ? state : undefined)}
        id={`${getId(field.key)}-d`}
        dir="auto"
        // A link that is out of sight must not have the focus.
        onFocus={() => setIsOpen(true)}
      >
        <Description nodes={nodes} /> {examples !== '' && t('field.examples', { examples })}{' '}
        {field.isUnchecked && t('field.unchecked')}
      </div>
      {isLong && (
        <FoldButton
          part="fold-description"
          isOpen={isOpen}
          setOpen={setIsOpen}
          name={t(isOpen ? 'field.lessAbout' : 'field.moreAbout', {
            name: getLabel(context, field),
          })}
        >
          {t(isOpen ? 'field.less' : 'field.more')}
        </FoldButton>
      )}
    </div>
  );
}
