/**
 * `npm run api`: writes what hosts can use into `docs/api`, where a change of it shows in review, and
 * with its docstrings into `docs/reference`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { toApiReference } from './apiReference.js';
import { toApiReport } from './apiReport.js';
import { listTypedEntries, toSpecifier } from './typedEntries.js';

for (const folder of ['docs/api', 'docs/reference']) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
for (const entry of listTypedEntries()) {
  const types = readFileSync(`dist/${entry}.d.ts`, 'utf8');
  writeFileSync(`docs/api/${entry}.md`, toApiReport(entry, types));
  writeFileSync(`docs/reference/${entry}.md`, toApiReference(toSpecifier(entry), types));
}
