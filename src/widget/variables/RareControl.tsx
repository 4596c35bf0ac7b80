import type { ReactNode } from 'react';
import type { RareField } from '../../variables/field.js';
import { ConstControl } from './ConstControl.js';
import type { FieldProps } from './FieldFrame.js';
import { JsonControl } from './JsonControl.js';
import { ListControl } from './ListControl.js';
import { NullableControl } from './NullableControl.js';
import { SetControl } from './SetControl.js';
import { VariantControl } from './VariantControl.js';

/** One field of a kind that few schemas have. */
export function RareControl({ field, ...rest }: FieldProps<RareField>): ReactNode {
  switch (field.kind) {
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
