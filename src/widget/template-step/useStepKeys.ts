import type { KeyboardEvent } from 'react';
import type { Connection } from '../../domain/connection.js';
import type { ConnectionsFilter } from './useFilteredConnections.js';

interface StepKeys {
  readonly filter: ConnectionsFilter;
  readonly continueWith: (connection: Connection | undefined) => void;
  /** The chosen row, else the first. */
  readonly focusRow: () => void;
  /** Leaves the question whether a connection that does not work is meant. */
  readonly onEscape: () => void;
}

/**
 * Keys inside of the step: `/` leads to the filter, arrows from there into the rows, Enter chooses the
 * row that has the focus and goes on. Between the rows the arrows are the browser's own.
 */
export function useStepKeys({
  filter,
  continueWith,
  focusRow,
  onEscape,
}: StepKeys): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const { target, key, nativeEvent, currentTarget } = event;
    if (event.defaultPrevented || nativeEvent.isComposing || !(target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = currentTarget.querySelector<HTMLInputElement>('input[type=search]');
    const isFilter = target === field;
    const isRow = target.matches('input[type=radio]');
    if (key === '/' && field !== null && !takesText(target)) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (isFilter && (key === 'ArrowDown' || key === 'Enter')) {
      event.preventDefault();
      focusRow();
    } else if (isRow && key === 'Enter' && target instanceof HTMLInputElement) {
      event.preventDefault();
      continueWith(filter.connections.find(({ id }) => id === target.value));
    } else if (key === 'Escape' && target.closest('[role=alertdialog]') !== null) {
      event.preventDefault();
      onEscape();
    }
  };
}

function takesText(element: Element): boolean {
  if (element.matches('input')) return !element.matches('[type=radio], [type=checkbox]');
  return element.matches('textarea, select, [contenteditable]:not([contenteditable=false])');
}
