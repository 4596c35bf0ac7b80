import type { ReactNode } from 'react';
import { getOwn, type JsonObject, type JsonSchema } from '../../domain/json.js';
import { translateLabel } from '../activation/valueText.js';
import { useChangesText } from '../activation/changesText.js';
import { VariableValue } from '../activation/VariableValues.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { usePart } from '../root/part.js';
import type { SplitSecrets } from '../../variables/secrets.js';
import { getPropertyNode, toRootNode } from '../../variables/valueSchema.js';

interface ChangeListProps {
  readonly label: string;
  readonly names: readonly string[];
  readonly schema: JsonSchema | null;
  /** What is stored, without secrets. */
  readonly before: JsonObject;
  readonly after: SplitSecrets;
}

/** Lists the old and new value of each variable that changes, with the schema's labels. */
export function ChangeList(props: ChangeListProps): ReactNode {
  const { label, names, schema, before, after } = props;
  const part = usePart();
  const { t } = useChangesText();
  const { translateSchemaText } = useFlowOptions();
  const root = toRootNode(schema);
  return (
    <ul {...part('changes')} aria-label={label}>
      {names.map((name) => {
        const property = getPropertyNode(root, name);
        const old = getOwn(before, name);
        const next = getOwn(after.visible, name);
        const shared = { schema: property, path: [name] };
        return (
          <li key={name} {...part('change-row')}>
            <p className="onb-change-name" dir="auto">
              {translateLabel(translateSchemaText, property, [name])}
            </p>
            <dl>
              <div {...part('change-before')}>
                <dt>{t('edit.before')}</dt>
                <dd>
                  {old !== undefined && <VariableValue {...shared} secrets={[]} value={old} />}
                  {old === undefined && t(next === undefined ? 'value.secret' : 'edit.notSet')}
                </dd>
              </div>
              <div {...part('change-after')}>
                <dt>{t('edit.after')}</dt>
                <dd>
                  {next === undefined ? (
                    t('edit.newSecret')
                  ) : (
                    <VariableValue {...shared} secrets={after.secretsSet} value={next} />
                  )}
                </dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
