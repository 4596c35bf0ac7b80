import { memo, useCallback, useState, type NamedExoticComponent, type ReactNode } from 'react';

interface BareFieldProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (name: string, value: string) => void;
}

const BareField: NamedExoticComponent<BareFieldProps> = memo(function BareField({
  name,
  value,
  onChange,
}: BareFieldProps): ReactNode {
  return (
    <div>
      <label htmlFor={name}>{name}</label>
      <input id={name} value={value} onChange={({ target }) => onChange(name, target.value)} />
    </div>
  );
});

/** The least that React can do: memoised inputs over one state, neither checked nor described. */
export function BareForm({ names }: { readonly names: readonly string[] }): ReactNode {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const change = useCallback(
    (name: string, value: string) => setValues((before) => ({ ...before, [name]: value })),
    [],
  );
  return (
    <form>
      {names.map((name) => (
        <BareField key={name} name={name} value={values[name] ?? ''} onChange={change} />
      ))}
    </form>
  );
}
