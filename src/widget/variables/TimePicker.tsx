import { useRef, type ReactNode } from 'react';
import type { TextField } from '../../variables/field.js';
import { Button } from '../parts/Button.js';
import { toPickedText, toPickerType, toPickerValue, type PickedFormat } from './nativeTimes.js';
import { useVariables } from './VariablesContext.js';

interface TimePickerProps {
  readonly field: TextField;
  readonly format: PickedFormat;
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Opens the browser's own picker of dates and times; what is typed beside it stays the value. */
export function TimePicker({ field, format, label, text, onText }: TimePickerProps): ReactNode {
  const { t } = useVariables();
  const picker = useRef<HTMLInputElement>(null);
  const name = t('field.pick', { name: label });

  function open(): void {
    try {
      picker.current?.showPicker();
    } catch {
      // Refused within a frame of another origin, and missing in old browsers: it takes the keyboard.
      picker.current?.focus();
    }
  }

  return (
    <span className="onb-picker">
      <Button variant="quiet" part="pick" aria-label={name} onClick={open}>
        <svg className="onb-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d={format === 'time' ? CLOCK : CALENDAR} />
        </svg>
      </Button>
      <input
        ref={picker}
        className="onb-native-picker"
        type={toPickerType(format)}
        step={format === 'date' ? undefined : 1}
        tabIndex={-1}
        aria-label={name}
        value={toPickerValue(format, text)}
        onChange={({ target }) =>
          onText(toPickedText(format, target.value, [text, ...field.suggestions]))
        }
      />
    </span>
  );
}

const CALENDAR = 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3';
const CLOCK = 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.6V8l2.3 1.6';
