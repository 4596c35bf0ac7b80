import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync, type Program } from 'oxc-parser';

/** A declaration by where it stands, such as `src/domain/page.ts#Page`. */
export type DeclarationId = string;

/** What an entry exports, by public name. */
function readExports(entry: string): ReadonlyMap<string, DeclarationId> {
  const exported = new Map<string, DeclarationId>();
  for (const statement of readProgram(entry).body) {
    if (statement.type !== 'ExportNamedDeclaration' || statement.source === null) continue;
    const file = resolveModule(entry, statement.source.value);
    for (const specifier of statement.specifiers) {
      const local = toName(specifier.local) ?? '';
      exported.set(toName(specifier.exported) ?? local, `${file}#${local}`);
    }
  }
  return exported;
}

/** Types of ours that a host meets in the exports of an entry and cannot import from it. */
export function findHiddenTypes(entry: string): string[] {
  const exported = new Set(readExports(entry).values());
  const seen = new Set(exported);
  const queue = [...exported];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const reached of findReached(id)) {
      if (seen.has(reached)) continue;
      seen.add(reached);
      queue.push(reached);
    }
  }
  return [...seen].filter((id) => !exported.has(id)).toSorted();
}

/** Names that stand for different declarations in different entries. */
export function findAmbiguousNames(entries: readonly string[]): string[] {
  const meanings = new Map<string, Set<DeclarationId>>();
  for (const entry of entries) {
    for (const [name, id] of readExports(entry)) {
      meanings.set(name, (meanings.get(name) ?? new Set()).add(id));
    }
  }
  return [...meanings].flatMap(([name, ids]) => (ids.size > 1 ? [name] : []));
}

interface SourceModule {
  readonly declarations: ReadonlyMap<string, unknown>;
  /** Names that are imported from our own files. */
  readonly imports: ReadonlyMap<string, DeclarationId>;
}

const modules = new Map<string, SourceModule>();

function findReached(id: DeclarationId): DeclarationId[] {
  const [file = '', name = ''] = id.split('#');
  const module = modules.get(file) ?? readModule(file);
  modules.set(file, module);
  const names = new Set<string>();
  collectTypeNames(module.declarations.get(name), names);
  return [...names].flatMap((each) => {
    if (module.declarations.has(each)) return [`${file}#${each}`];
    return module.imports.get(each) ?? [];
  });
}

function readModule(file: string): SourceModule {
  const declarations = new Map<string, unknown>();
  const imports = new Map<string, DeclarationId>();
  for (const statement of readProgram(file).body) {
    if (statement.type === 'ImportDeclaration' && statement.source.value.startsWith('.')) {
      const from = resolveModule(file, statement.source.value);
      for (const specifier of statement.specifiers) {
        if (specifier.type !== 'ImportSpecifier') continue;
        imports.set(specifier.local.name, `${from}#${toName(specifier.imported)}`);
      }
      continue;
    }
    const node = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    for (const name of declaredNames(node)) declarations.set(name, node);
  }
  return { declarations, imports };
}

function declaredNames(node: unknown): string[] {
  if (!isRecord(node)) return [];
  if (Array.isArray(node['declarations'])) {
    return node['declarations'].flatMap((each: unknown) =>
      isRecord(each) ? (toName(each['id']) ?? []) : [],
    );
  }
  return [toName(node['id']) ?? []].flat();
}

/** The types that a declaration names where a host sees them: not in bodies, not where private. */
function collectTypeNames(node: unknown, names: Set<string>): void {
  if (Array.isArray(node)) {
    for (const each of node as readonly unknown[]) collectTypeNames(each, names);
    return;
  }
  if (!isRecord(node)) return;
  switch (node['type']) {
    case 'BlockStatement':
    case 'FunctionBody':
      return;
    case 'TSTypeOperator':
      // `keyof T` is a list of names: a host needs nothing else of T.
      if (node['operator'] === 'keyof') return;
      return collectTypeNames(node['typeAnnotation'], names);
    case 'VariableDeclarator':
      return collectTypeNames(node['id'], names);
    case 'MethodDefinition':
    case 'PropertyDefinition': {
      const key = node['key'];
      const isHidden = isRecord(key) && key['type'] === 'PrivateIdentifier';
      if (isHidden || node['accessibility'] === 'private') return;
      return collectTypeNames(
        node['type'] === 'PropertyDefinition' ? node['typeAnnotation'] : node['value'],
        names,
      );
    }
    default:
      for (const key of ['typeName', 'expression']) {
        const name = toName(node[key]);
        if (name !== undefined) names.add(name);
      }
      for (const child of Object.values(node)) collectTypeNames(child, names);
  }
}

/** The first name of an identifier or of a qualified one. */
function toName(node: unknown): string | undefined {
  if (!isRecord(node)) return undefined;
  if (typeof node['name'] === 'string') return node['name'];
  return toName(node['left']);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function readProgram(file: string): Program {
  return parseProgram(file, readFileSync(file, 'utf8'));
}

function parseProgram(file: string, text: string): Program {
  const { program, errors } = parseSync(file, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file} does not parse: ${error.message}`);
  return program;
}

function resolveModule(from: string, specifier: string): string {
  const path = posix.join(posix.dirname(from), specifier);
  const source = path.replace(/\.js$/, '.ts');
  return existsSync(source) ? source : `${source}x`;
}

/** Names that a file imports from a layer past the entry that stands for it. */
export function findImportsPastEntry(file: string, text: string, entry: string): string[] {
  const layer = entry.replace(/\.ts$/, '/');
  const exported = new Set(readExports(entry).values());
  return parseProgram(file, text).body.flatMap((statement) => {
    if (statement.type !== 'ImportDeclaration') return [];
    const from = resolveModule(file, statement.source.value);
    if (!from.startsWith(layer)) return [];
    return statement.specifiers
      .map((each) => (each.type === 'ImportSpecifier' ? (toName(each.imported) ?? '') : '*'))
      .filter((name) => !exported.has(`${from}#${name}`))
      .map((name) => `${file}: ${entry} does not export ${name} of ${from}`);
  });
}
