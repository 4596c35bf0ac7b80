import {
  useCallback,
  useId,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { cutText } from '../../domain/cutText.js';
import type { VariablesFormHandle } from '../../headless/variables-form/useVariablesForm.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { usePart } from '../root/part.js';
import { ErrorSummary } from './ErrorSummary.js';
import { FieldView } from './FieldView.js';
import { FormIntroduction } from './FormIntroduction.js';
import { useFocusField } from './useFocusField.js';
import { VariablesContext, type VariablesFormContext } from './VariablesContext.js';
import { useVariablesText } from './variablesText.js';

/** Longer than anybody reads beside a field, and short enough for any browser to lay out. */
const LONGEST_TEXT = 5000;

interface VariablesFieldsProps {
  readonly form: VariablesFormHandle;
  /** The heading above, which the schema's own title need not repeat. */
  readonly heading?: string;
}

/** The fields of a form and the summary of its errors, without a button. */
export function VariablesFields({ form, heading }: VariablesFieldsProps): ReactNode {
  const { store } = form;
  const root = useRef<HTMLDivElement>(null);
  const [message, announce] = useReducer(toAnnouncement, '');
  const getId = useIds(useId());
  const { focus, onDrawn } = useFocusField(root, getId);
  const context = useFormContext(form, getId, onDrawn, announce);
  const { part } = context;
  const { field } = useSyncExternalStore(store.subscribeForm, store.getForm, store.getForm);

  useLayoutEffect(() => {
    form.setFocus(focus);
    return () => form.setFocus(null);
  }, [form, focus]);

  return (
    <VariablesContext.Provider value={context}>
      <div ref={root} {...part('variables')}>
        <ErrorSummary />
        <FormIntroduction field={field} heading={heading} />
        <FieldView field={field} />
        <p className="onb-visually-hidden" role="status">
          {message}
        </p>
      </div>
    </VariablesContext.Provider>
  );
}

/** A live region says only what has changed: the same text once more gets an invisible end. */
function toAnnouncement(last: string, text: string): string {
  return text === last ? `${text}\u00a0` : text;
}

function useFormContext(
  form: VariablesFormHandle,
  getId: (key: string) => string,
  onDrawn: () => void,
  announce: (text: string) => void,
): VariablesFormContext {
  const { translateSchemaText, renderVariable, variableOptions } = useFlowOptions();
  const part = usePart();
  const t = useVariablesText();
  return useMemo(
    () => ({
      form,
      t,
      part,
      getId,
      onDrawn,
      announce,
      renderVariable,
      variableOptions,
      translate: (text, pointer) =>
        cutText(translateSchemaText?.(text, pointer) ?? text, LONGEST_TEXT),
    }),
    [form, t, part, getId, onDrawn, announce, renderVariable, variableOptions, translateSchemaText],
  );
}

/** Ids by number: a key may hold anything, an id nothing that is blank. */
function useIds(prefix: string): (key: string) => string {
  const [numbers] = useState(() => new Map<string, number>());
  return useCallback(
    (key) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return `${prefix}-${number}`;
    },
    [numbers, prefix],
  );
}
