import type { ReactNode } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { maxLength, type FormProps } from './formProps.js';

/** Plain inputs that react-hook-form registers, as its documentation does it. */
export function HookForm({ names, values }: FormProps): ReactNode {
  const { register, control, handleSubmit, formState } = useForm({ defaultValues: values });
  const { fields, append } = useFieldArray({ control, name: 'stores' });
  return (
    <form noValidate onSubmit={handleSubmit(() => undefined)}>
      {names.map((name) => (
        <div key={name}>
          <label htmlFor={name}>{name}</label>
          <input
            id={name}
            aria-invalid={formState.errors[name] !== undefined}
            {...register(name, { required: true, maxLength })}
          />
        </div>
      ))}
      {fields.map(({ id }, index) => (
        <div key={id}>
          <label htmlFor={id}>Store</label>
          <input id={id} {...register(`stores.${index}.store`, { required: true })} />
        </div>
      ))}
      <button type="button" onClick={() => append({ store: '' })}>
        Add
      </button>
    </form>
  );
}
