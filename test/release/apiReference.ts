import { parseSync } from 'oxc-parser';

/** A declaration of the rolled-up types, by the name that hosts import. */
interface Entry {
  readonly name: string;
  /** Of the docstring, without its stars; empty: it has none. */
  readonly text: string;
  /** With the docstrings of its members. */
  readonly code: string;
}

/**
 * What hosts can import of an entry, with its docstrings, from the entry's rolled-up types.
 *
 * @param specifier As hosts write it, such as `react-versori-onboarding/server`.
 */
export function toApiReference(specifier: string, types: string): string {
  const entries = readEntries(types).toSorted((one, other) => one.name.localeCompare(other.name));
  const sections = entries.map(({ name, text, code }) =>
    [`## ${name}`, text, `\`\`\`ts\n${code}\n\`\`\``].filter((part) => part !== '').join('\n\n'),
  );
  const head = `# ${specifier}\n\nMade from the docstrings by \`npm run api\`; do not edit.`;
  return `${[head, ...sections].join('\n\n')}\n`;
}

function readEntries(types: string): Entry[] {
  const { comments, program } = parseSync('types.d.ts', types);
  const exported = readExports(types);
  return program.body.flatMap((statement, index) => {
    const name = exported.get(readName(types.slice(statement.start, statement.end)));
    if (name === undefined) return [];
    const after = program.body[index - 1]?.end ?? 0;
    const above = comments.findLast(
      ({ type, start, value }) =>
        type === 'Block' && value.startsWith('*') && start >= after && start < statement.start,
    );
    const code = types.slice(statement.start, statement.end);
    return [{ name, text: toText(above?.value ?? ''), code }];
  });
}

/** The exported names by the local ones: the list stands at the end of the file. */
function readExports(types: string): ReadonlyMap<string, string> {
  const [, list = ''] = /export \{([^}]*)\};?\s*$/.exec(types) ?? [];
  const names = list.split(',').map((each) => each.trim().replace(/^type /, ''));
  return new Map(
    names.map((each) => {
      const [local = each, exported = local] = each.split(' as ');
      return [local, exported];
    }),
  );
}

function readName(code: string): string {
  const [, name = ''] =
    /^(?:declare )?(?:abstract )?(?:const|let|function|class|interface|type) ([\w$]+)/.exec(code) ??
    [];
  return name;
}

/** A docstring as text: tags on lines of their own. */
function toText(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/, '').trimEnd())
    .join('\n')
    .trim()
    .replaceAll(/^@(\w+)(.*)$/gm, '- **@$1**$2');
}
