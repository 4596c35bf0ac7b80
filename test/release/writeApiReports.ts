/** `npm run api`: writes what hosts can use into `docs/api`, where a change of it shows in review. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { toApiReport } from './apiReport.js';
import { listTypedEntries } from './typedEntries.js';

rmSync('docs/api', { recursive: true, force: true });
mkdirSync('docs/api', { recursive: true });
for (const entry of listTypedEntries()) {
  const types = readFileSync(`dist/${entry}.d.ts`, 'utf8');
  writeFileSync(`docs/api/${entry}.md`, toApiReport(entry, types));
}
