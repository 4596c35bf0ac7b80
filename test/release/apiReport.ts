import { parseSync } from 'oxc-parser';

/**
 * What a host can use of an entry, from its rolled-up types: every declaration, without comments.
 *
 * @param entry As in `src`, such as `serverNode`.
 */
export function toApiReport(entry: string, types: string): string {
  const code = withoutComments(`${entry}.d.ts`, types)
    .replaceAll(/^\s*\n/gm, '')
    .trimEnd();
  return `# API of ${entry}\n\nMade by \`npm run api\`; do not edit.\n\n\`\`\`ts\n${code}\n\`\`\`\n`;
}

function withoutComments(path: string, types: string): string {
  const { comments } = parseSync(path, types);
  let code = '';
  let from = 0;
  for (const { start, end } of comments) {
    code += types.slice(from, start);
    from = end;
  }
  return code + types.slice(from);
}
