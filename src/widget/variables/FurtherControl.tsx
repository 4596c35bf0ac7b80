import type { ReactNode } from 'react';
import type { FurtherField } from '../../variables/field.js';
import { ChoiceControl } from './ChoiceControl.js';
import { ConstControl } from './ConstControl.js';
import type { FieldProps } from './FieldFrame.js';
import { JsonControl } from './JsonControl.js';
import { ListControl } from './ListControl.js';
import { NullableControl } from './NullableControl.js';
import { SetControl } from './SetControl.js';
import { SwitchControl } from './SwitchControl.js';
import { VariantControl } from './VariantControl.js';

/** One field that is neither a text nor a number nor a group. */
export function FurtherControl({ field, ...rest }: FieldProps<FurtherField>): ReactNode {
  switch (field.kind) {
    case 'boolean':
      return <SwitchControl field={field} {...rest} />;
    case 'choice':
      return <ChoiceControl field={field} {...rest} />;
    case 'set':
      return <SetControl field={field} {...rest} />;
    case 'const':
      return <ConstControl field={field} {...rest} />;
    case 'list':
      return <ListControl field={field} {...rest} />;
    case 'variant':
      return <VariantControl field={field} {...rest} />;
    case 'nullable':
      return <NullableControl field={field} {...rest} />;
    case 'json':
      return <JsonControl field={field} {...rest} />;
  }
}
