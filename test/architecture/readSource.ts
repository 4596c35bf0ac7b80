import { type EcmaScriptModule, parseSync, Visitor, type Program } from 'oxc-parser';

/** What the rules look at of one source file. */
export interface Source {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly lines: number;
  /** Every module that the file names: static, re-exported, dynamic, and for types alone. */
  readonly imports: readonly string[];
  /** Those that load with the file: imported or re-exported, and not for types alone. */
  readonly staticImports: readonly string[];
  /** Those that it loads later, by `import()`. */
  readonly lazyImports: readonly string[];
  readonly exports: readonly string[];
  /** Whether every statement is a re-export by name (or a directive such as 'use client'). */
  readonly isNamedReExportsOnly: boolean;
  /** Banned constructs that it holds, as a reader would name them. */
  readonly bannedConstructs: readonly string[];
}

/** Parses a TypeScript file; throws where it does not parse, naming the file. */
export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} does not parse: ${error.message}`);
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: importsOf(program),
    staticImports: staticImportsOf(module),
    lazyImports: lazyImportsOf(program),
    exports: exportsOf(program),
    isNamedReExportsOnly: program.body.every(isNamedReExport),
    bannedConstructs: bannedConstructsOf(program),
  };
}

function importsOf(program: Program): string[] {
  const found: string[] = [];
  const add = (source: { readonly value: unknown } | null): void => {
    if (source !== null) found.push(String(source.value));
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source),
    ExportNamedDeclaration: (node) => add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    ImportExpression(node) {
      // A computed name hides an edge from the rules.
      found.push(node.source.type === 'Literal' ? String(node.source.value) : '(computed)');
    },
  }).visit(program);
  return found;
}

function staticImportsOf({ staticImports, staticExports }: EcmaScriptModule): string[] {
  const imported = staticImports
    .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
    .map(({ moduleRequest }) => moduleRequest.value);
  const reExported = staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ isType }) => !isType)
    .flatMap(({ moduleRequest }) => moduleRequest?.value ?? []);
  return [...new Set([...imported, ...reExported])];
}

function lazyImportsOf(program: Program): string[] {
  const found: string[] = [];
  new Visitor({
    ImportExpression({ source }) {
      if (source.type === 'Literal') found.push(String(source.value));
    },
  }).visit(program);
  return found;
}

function exportsOf(program: Program): string[] {
  return program.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration'
      ? statement.specifiers.map(({ exported }) =>
          exported.type === 'Literal' ? exported.value : exported.name,
        )
      : [],
  );
}

function isNamedReExport(statement: Program['body'][number]): boolean {
  if (statement.type === 'ExpressionStatement') return 'directive' in statement;
  return statement.type === 'ExportNamedDeclaration' && statement.source !== null;
}

function bannedConstructsOf(program: Program): string[] {
  const found = new Set<string>();
  new Visitor({
    CallExpression({ callee }) {
      if (callee.type === 'Identifier' && callee.name === 'eval') found.add('eval');
      if (callee.type === 'Identifier' && callee.name === 'Function') found.add('new Function');
    },
    NewExpression({ callee }) {
      if (callee.type === 'Identifier' && callee.name === 'Function') found.add('new Function');
    },
    Identifier({ name }) {
      if (name === 'dangerouslySetInnerHTML') found.add(name);
    },
    JSXIdentifier({ name }) {
      if (name === 'dangerouslySetInnerHTML') found.add(name);
    },
    Literal({ value }) {
      if (value === 'dangerouslySetInnerHTML') found.add(value);
    },
    JSXAttribute({ name }) {
      if (name.type === 'JSXIdentifier' && name.name === 'style') found.add('style=');
    },
  }).visit(program);
  return [...found];
}
