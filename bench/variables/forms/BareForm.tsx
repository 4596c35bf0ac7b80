import { memo, useCallback, useState, type NamedExoticComponent, type ReactNode } from 'react';
import { maxLength, type FormProps } from './formProps.js';

interface BareFieldProps {
  readonly name: string;
  readonly value: string;
  readonly isWrong: boolean;
  readonly onChange: (name: string, value: string) => void;
}

const BareField: NamedExoticComponent<BareFieldProps> = memo(function BareField({
  name,
  value,
  isWrong,
  onChange,
}: BareFieldProps): ReactNode {
  return (
    <div>
      <label htmlFor={name}>{name}</label>
      <input
        id={name}
        value={value}
        aria-invalid={isWrong}
        onChange={({ target }) => onChange(name, target.value)}
      />
    </div>
  );
});

const isTooLong = (value: string | undefined): boolean => (value?.length ?? 0) > maxLength;

/** The least that React can do: memoised inputs over one state, described by nothing. */
export function BareForm({ names, values: first }: FormProps): ReactNode {
  const [values, setValues] = useState(first as Readonly<Record<string, string>>);
  const [stores, setStores] = useState<readonly string[]>([]);
  const [isSubmitted, setIsSubmitted] = useState(false);
  const change = useCallback(
    (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    [],
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setIsSubmitted(true);
      }}
    >
      {[...names, ...stores].map((name) => (
        <BareField
          key={name}
          name={name}
          value={values[name] ?? ''}
          isWrong={isSubmitted && isTooLong(values[name])}
          onChange={change}
        />
      ))}
      <button
        type="button"
        onClick={() => setStores((before) => [...before, `store ${before.length}`])}
      >
        Add
      </button>
    </form>
  );
}
