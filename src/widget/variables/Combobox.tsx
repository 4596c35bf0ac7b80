import { useEffect, useRef, type ReactNode } from 'react';
import { describeField } from './describeField.js';
import { FieldFrame, type FieldProps } from './FieldFrame.js';
import { useCombobox, type ComboboxList } from './useCombobox.js';
import { useVariables } from './VariablesContext.js';

interface ComboboxProps extends FieldProps, ComboboxList {
  /** What is to be said of the options as a whole. */
  readonly status: string;
  /** The options did not come: what is said of it takes room of its own and covers no other field. */
  readonly isFailed?: boolean;
  /** Buttons below the options. */
  readonly children?: ReactNode;
}

/**
 * One of many options, found by typing: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/, with a list
 * that opens and a choice that the user makes.
 */
export function Combobox(props: ComboboxProps): ReactNode {
  const { field, state, label, isBare, chosenLabel, status, children } = props;
  const { isBusy = false, isFailed = false } = props;
  const { part, t, getId, form } = useVariables();
  const id = getId(field.key);
  const combobox = useCombobox(props, t('field.notSet'));
  const { shown, active, isOpen } = combobox;
  const list = useRef<HTMLDivElement>(null);
  const hasList = isOpen && shown.length > 0;

  // What the keys lead to is in sight, also in a page that is scrolled.
  useEffect(() => {
    const item = isOpen ? list.current?.children[active] : undefined;
    item?.scrollIntoView?.({ block: 'nearest' });
  }, [isOpen, active]);

  return (
    <FieldFrame field={field} state={state} label={label} isBare={isBare}>
      <div
        {...part('combobox')}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (currentTarget.contains(relatedTarget)) return;
          combobox.settle();
          form.store.leave(field);
        }}
      >
        <input
          {...part('input')}
          {...describeField(field, state, id)}
          id={id}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          readOnly={field.readOnly}
          aria-required={field.required}
          aria-autocomplete="list"
          aria-expanded={hasList}
          aria-controls={hasList ? `${id}-l` : undefined}
          aria-activedescendant={hasList && active >= 0 ? `${id}-o${active}` : undefined}
          placeholder={t(field.required ? 'field.choose' : 'field.notSet')}
          value={combobox.typed ?? chosenLabel}
          onChange={({ target }) => combobox.type(target.value)}
          onClick={({ currentTarget }) => {
            combobox.toggle();
            currentTarget.select();
          }}
          onKeyDown={combobox.pressKey}
        />
        <div
          {...part('popup', !isOpen ? 'closed' : isFailed ? 'failed' : 'open')}
          role="presentation"
          // The focus stays in the text while an option is pressed.
          onMouseDown={(event) => event.preventDefault()}
        >
          {hasList && (
            <div
              {...part('listbox')}
              ref={list}
              id={`${id}-l`}
              role="listbox"
              aria-label={label}
              aria-busy={isBusy}
            >
              {shown.map((option, index) => (
                // The keys are those of the text: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  {...part('choice', index === active ? 'active' : undefined)}
                  key={option.key}
                  id={`${id}-o${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={option.isChosen}
                  dir="auto"
                  onClick={() => combobox.choose(option)}
                >
                  {option.label}
                </div>
              ))}
            </div>
          )}
          <p {...part('note')} role="status">
            {isOpen && status}
          </p>
          {isOpen && children}
        </div>
      </div>
    </FieldFrame>
  );
}
