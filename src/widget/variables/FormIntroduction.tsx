import type { ReactNode } from 'react';
import type { Field } from '../../variables/field.js';
import { hasDescription } from './describeField.js';
import { FieldDescription } from './FieldDescription.js';
import { toName } from './fieldText.js';
import { useVariables } from './VariablesContext.js';

interface FormIntroductionProps {
  readonly field: Field;
  /** What the screen around is called already. */
  readonly heading: string | undefined;
}

/**
 * Shows the schema's own title and description above its fields. A root that is no group of fields
 * shows them itself.
 */
export function FormIntroduction({ field, heading = '' }: FormIntroductionProps): ReactNode {
  const context = useVariables();
  const { part } = context;
  if (field.kind !== 'object') return null;
  const title = field.title === undefined ? '' : toName(context, field.title, field.pointer);
  const isRepeated = heading.toLowerCase().includes(title.toLowerCase());
  const isDescribed = hasDescription(field);
  if (isRepeated && !isDescribed) return null;
  return (
    <div {...part('introduction')}>
      {!isRepeated && (
        <p {...part('form-title')} dir="auto">
          {title}
        </p>
      )}
      {isDescribed && <FieldDescription field={field} />}
    </div>
  );
}
