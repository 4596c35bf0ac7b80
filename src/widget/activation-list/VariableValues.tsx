import type { ReactNode } from 'react';
import {
  getOwn,
  isJsonObject,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../domain/json.js';
import { toPointer } from '../../domain/pointer.js';
import { usePart } from '../root/part.js';
import { useText, type Text } from '../root/text.js';
import { getItemSchema, getPropertySchema, toLabel, toOptionLabel } from './schemaWords.js';

/** Deeper than this a value is shown as JSON: nobody reads twelve nested lists. */
const MAX_DEPTH = 6;

/** More entries than this are counted, not shown. */
const MAX_ITEMS = 20;

interface VariableValuesProps {
  readonly schema: JsonSchema | null;
  readonly values: JsonObject;
  /** JSON Pointers of the secrets that are set; their values are nowhere in `values`. */
  readonly secretsSet: readonly string[];
}

/** Variables in the schema's own words and order; what the schema does not know comes last. */
export function VariableValues({ schema, values, secretsSet }: VariableValuesProps): ReactNode {
  return <Members schema={schema} root={schema} values={values} secrets={secretsSet} path={[]} />;
}

interface NodeProps {
  readonly root: JsonSchema | null;
  readonly schema: JsonSchema | null;
  readonly secrets: readonly string[];
  readonly path: readonly string[];
}

function Members({ values, ...node }: NodeProps & { readonly values: JsonObject }): ReactNode {
  const part = usePart();
  const names = toNames(values, node);
  return (
    <dl {...part('values')}>
      {names.map((name) => {
        const schema = getPropertySchema(node.root, node.schema, name);
        const path = [...node.path, name];
        const value = getOwn(values, name);
        return (
          <div key={name} {...part('value')} data-pointer={toPointer(path)}>
            <dt dir="auto">{toLabel(schema, name)}</dt>
            <dd>
              {value === undefined ? (
                <Secret />
              ) : (
                <Value {...node} schema={schema} path={path} value={value} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The schema's order first, then the rest; a secret has a name and no value. */
function toNames(values: JsonObject, { root, schema, secrets, path }: NodeProps): string[] {
  const prefix = toPointer(path);
  const hidden = secrets
    .filter((pointer) => pointer.startsWith(`${prefix}/`))
    .map((pointer) => pointer.slice(prefix.length + 1))
    .filter((rest) => !rest.includes('/'))
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const present = new Set([...Object.keys(values), ...hidden]);
  const declared = getPropertySchema(root, schema, null);
  const ordered = isJsonObject(declared) ? Object.keys(declared) : [];
  return [...new Set([...ordered.filter((name) => present.has(name)), ...present])];
}

function Secret(): ReactNode {
  const part = usePart();
  const { t } = useText();
  return <span {...part('secret')}>{t('value.secret')}</span>;
}

function Value({ value, ...node }: NodeProps & { readonly value: JsonValue }): ReactNode {
  const text = useText();
  const part = usePart();
  if (node.path.length < MAX_DEPTH) {
    if (isJsonObject(value)) return <Members {...node} values={value} />;
    if (Array.isArray(value) && value.length > 0) return <Items {...node} items={value} />;
  }
  return (
    <span {...part('value-text')} dir="auto">
      {toOptionLabel(node.schema, value) ?? toValueText(text, value)}
    </span>
  );
}

function Items({
  items,
  ...node
}: NodeProps & { readonly items: readonly JsonValue[] }): ReactNode {
  const part = usePart();
  const { t } = useText();
  const schema = getItemSchema(node.root, node.schema);
  const rest = items.length - MAX_ITEMS;
  return (
    <ul {...part('value-items')}>
      {items.slice(0, MAX_ITEMS).map((item, index) => (
        <li key={index}>
          <Value {...node} schema={schema} path={[...node.path, String(index)]} value={item} />
        </li>
      ))}
      {rest > 0 && <li>{t('value.more', { count: rest })}</li>}
    </ul>
  );
}

function toValueText({ t, locale }: Text, value: JsonValue): string {
  if (value === null) return t('value.null');
  if (value === '' || (Array.isArray(value) && value.length === 0)) return t('value.empty');
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 20 }).format(value);
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
