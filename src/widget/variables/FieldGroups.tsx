import type { ReactNode } from 'react';
import type { Field } from '../../variables/field.js';
import { toName } from './fieldText.js';
import { FieldView } from './FieldView.js';
import { useVariables } from './VariablesContext.js';

interface FieldGroupsProps {
  readonly fields: readonly Field[];
}

/** Fields one below the other; those that their author groups stand under the name of the group. */
export function FieldGroups({ fields }: FieldGroupsProps): ReactNode {
  const context = useVariables();
  const { part } = context;
  return divideByGroup(fields).map((members) => {
    const [first] = members;
    const views = members.map((field) => <FieldView key={field.key} field={field} />);
    if (first?.hints.group === undefined) return views;
    const name = toName(context, first.hints.group, first.pointer);
    return (
      <div key={first.key} {...part('section')} role="group" aria-label={name}>
        <p {...part('section-name')} dir="auto" aria-hidden="true">
          {name}
        </p>
        {views}
      </div>
    );
  });
}

/** Runs of neighbours with the same group. */
function divideByGroup(fields: readonly Field[]): readonly (readonly Field[])[] {
  const runs: Field[][] = [];
  for (const field of fields) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.hints.group === field.hints.group) run.push(field);
    else runs.push([field]);
  }
  return runs;
}
