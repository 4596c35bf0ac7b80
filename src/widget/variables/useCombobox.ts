import { useState, type KeyboardEvent } from 'react';
import type { Field } from '../../variables/field.js';

interface ComboboxOption {
  /** Unique among the options of a field. */
  readonly key: string;
  readonly label: string;
  readonly isChosen: boolean;
}

export interface ComboboxList {
  readonly field: Field;
  /** Those that match what is typed. */
  readonly options: readonly ComboboxOption[];
  /** The options are still being looked for. */
  readonly isBusy?: boolean;
  /** The label of the chosen value; `''` where there is none. */
  readonly chosenLabel: string;
  /** @param key `null`: no option. */
  readonly onChoose: (key: string | null) => void;
  /** Asks for the options that match; for all where the list is opened. */
  readonly onSearch: (text: string) => void;
}

interface Combobox {
  readonly isOpen: boolean;
  /** The options that are listed: with "Not set" first where the place may be left out. */
  readonly shown: readonly ComboboxOption[];
  /** The option that Enter chooses; -1: none. */
  readonly active: number;
  /** `null`: nothing was typed since an option was chosen. */
  readonly typed: string | null;
  readonly type: (text: string) => void;
  readonly toggle: () => void;
  readonly choose: (option: ComboboxOption) => void;
  /** The focus leaves: takes over what was typed where it names an option, else drops it. */
  readonly settle: () => void;
  readonly pressKey: (event: KeyboardEvent) => void;
}

interface ListState {
  readonly isOpen: boolean;
  readonly typed: string | null;
  /** `null`: the chosen option, or the first that matches what was typed. */
  readonly active: number | null;
}

const CLOSED: ListState = { isOpen: false, typed: null, active: null };
const NONE = '';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 10],
  ['PageUp', -10],
]);

/** The state of a list that opens below a text, and what keys and presses do to it. */
export function useCombobox(
  { field, options, isBusy = false, chosenLabel, onChoose, onSearch }: ComboboxList,
  notSet: string,
): Combobox {
  const [list, setList] = useState(CLOSED);
  const { isOpen, typed } = list;
  const none = { key: NONE, label: notSet, isChosen: chosenLabel === '' };
  const shown = field.required || typed ? options : [none, ...options];
  const current = shown.findIndex(({ key, isChosen }) =>
    typed === null ? isChosen : key === NONE,
  );
  const active = Math.min(list.active ?? (typed ? 0 : current), shown.length - 1);

  function open(): void {
    if (field.readOnly) return;
    onSearch('');
    setList({ ...CLOSED, isOpen: true });
  }

  function choose({ key }: ComboboxOption): void {
    onChoose(key === NONE ? null : key);
    setList(CLOSED);
  }

  function settle(): void {
    const wanted = typed?.trim().toLocaleLowerCase();
    const named = options.find(({ label }) => label.toLocaleLowerCase() === wanted);
    if (named !== undefined) choose(named);
    else if (wanted === '' && !field.required) choose(none);
    else setList(CLOSED);
  }

  function step(by: number): void {
    if (!isOpen) return open();
    if (shown.length === 0) return;
    const next = Math.min(Math.max(active + by, 0), shown.length - 1);
    setList({ ...list, active: next });
  }

  /** Whether the key meant the list, and not the text or the form. */
  function takeKey(key: string): boolean {
    const by = STEPS.get(key);
    if (by !== undefined) {
      step(by);
      return true;
    }
    if (!isOpen) return false;
    if (key === 'Escape') {
      setList(CLOSED);
      return true;
    }
    if (key !== 'Enter') return false;
    const option = shown[active];
    if (option !== undefined) choose(option);
    else if (!isBusy) setList(CLOSED);
    return true;
  }

  return {
    isOpen,
    shown,
    active,
    typed,
    choose,
    settle,
    toggle: () => (isOpen ? setList({ ...list, isOpen: false }) : open()),
    type(text) {
      onSearch(text);
      setList({ isOpen: true, typed: text, active: null });
    },
    pressKey(event) {
      // Within a text that is being composed these keys mean its candidates.
      if (event.nativeEvent.isComposing || !takeKey(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
