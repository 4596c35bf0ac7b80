import type { ReactNode } from 'react';
import {
  getOwn,
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../domain/json.js';
import { toPointer } from '../../domain/pointer.js';
import type { SchemaNode } from '../../variables/schema/schemaNode.js';
import {
  getItemNode,
  getPropertyNode,
  isKnownName,
  listDeclaredNames,
  toRootNode,
} from '../../variables/valueSchema.js';
import { useFlowOptions } from '../options/FlowOptionsContext.js';
import { usePart } from '../root/part.js';
import { useText } from '../root/text.js';
import { FoldedText } from './FoldedText.js';
import { useFold } from './useFold.js';
import { toValueText, translateLabel } from './valueText.js';

/** Deeper than this a value is shown as JSON: nested lists are no longer readable. */
const MAX_DEPTH = 6;

/** More than this are folded away. */
const MAX_NAMES = 12;
const MAX_ITEMS = 10;

interface VariableValuesProps {
  readonly schema: JsonSchema | null;
  readonly values: JsonObject;
  /** JSON Pointers of the secrets that are set; their values are nowhere in `values`. */
  readonly secretsSet: readonly string[];
}

/** Variables in the schema's own words and order; what the schema does not know comes last, marked. */
export function VariableValues({ schema, values, secretsSet }: VariableValuesProps): ReactNode {
  const node = { schema: toRootNode(schema), secrets: secretsSet, path: [] };
  return <Members {...node} values={values} />;
}

interface NodeProps {
  readonly schema: SchemaNode | null;
  readonly secrets: readonly string[];
  readonly path: readonly string[];
}

function Members({ values, ...node }: NodeProps & { readonly values: JsonObject }): ReactNode {
  const part = usePart();
  const [names, more] = useFold(toNames(values, node), MAX_NAMES);
  return (
    <>
      <dl {...part('values')}>
        {names.map((name) => (
          <Member key={name} {...node} name={name} value={getOwn(values, name)} />
        ))}
      </dl>
      {more}
    </>
  );
}

interface MemberProps extends NodeProps {
  readonly name: string;
  /** Absent: a secret. */
  readonly value: JsonValue | undefined;
}

function Member({ name, value, ...node }: MemberProps): ReactNode {
  const part = usePart();
  const { t } = useText();
  const { translateSchemaText } = useFlowOptions();
  const schema = getPropertyNode(node.schema, name);
  const path = [...node.path, name];
  // Within a value that the schema does not describe, nothing is outdated by itself.
  const isDescribed = node.schema !== null || node.path.length === 0;
  const isOutdated = isDescribed && (node.schema === null || !isKnownName(node.schema, name));
  const isGroup = path.length < MAX_DEPTH && hasNames(value);
  return (
    <div
      {...part('value', isOutdated ? 'outdated' : undefined)}
      data-kind={isGroup ? 'group' : undefined}
      data-pointer={toPointer(path)}
    >
      <dt dir="auto">{translateLabel(translateSchemaText, schema, path)}</dt>
      <dd>
        {value === undefined ? (
          <Secret />
        ) : (
          <VariableValue {...node} schema={schema} path={path} value={value} />
        )}
        {isOutdated && <span {...part('outdated')}>{t('activation.outdated')}</span>}
      </dd>
    </div>
  );
}

/** Whether a value is shown with names of its own, which need the width of the page. */
function hasNames(value: JsonValue | undefined): boolean {
  if (isJsonArray(value)) return value.some(hasNames);
  return isJsonObject(value) && Object.keys(value).length > 0;
}

/** The schema's order first, then the rest; a secret has a name and no value. */
function toNames(values: JsonObject, { schema, secrets, path }: NodeProps): string[] {
  const prefix = toPointer(path);
  const hidden = secrets
    .filter((pointer) => pointer.startsWith(`${prefix}/`))
    .map((pointer) => pointer.slice(prefix.length + 1))
    .filter((rest) => !rest.includes('/'))
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const present = new Set([...Object.keys(values), ...hidden]);
  const ordered = listDeclaredNames(schema).filter((name) => present.has(name));
  return [...new Set([...ordered, ...present])];
}

function Secret(): ReactNode {
  const part = usePart();
  const { t } = useText();
  return <span {...part('secret')}>{t('value.secret')}</span>;
}

/** One value by itself; `schema` is that of its place. */
export function VariableValue({
  value,
  ...node
}: NodeProps & { readonly value: JsonValue }): ReactNode {
  const text = useText();
  const { translateSchemaText: translate } = useFlowOptions();
  if (node.path.length < MAX_DEPTH) {
    if (isJsonObject(value)) return <Members {...node} values={value} />;
    if (Array.isArray(value) && value.length > 0) return <Items {...node} items={value} />;
  }
  return <FoldedText text={toValueText(text, value, { ...node, translate })} />;
}

function Items({
  items,
  ...node
}: NodeProps & { readonly items: readonly JsonValue[] }): ReactNode {
  const part = usePart();
  const [shown, more] = useFold(items, MAX_ITEMS);
  return (
    <>
      <ul {...part('value-items')}>
        {shown.map((item, index) => (
          // Rows have no other identity, and are never moved here.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <VariableValue
              {...node}
              schema={getItemNode(node.schema, index)}
              path={[...node.path, String(index)]}
              value={item}
            />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
