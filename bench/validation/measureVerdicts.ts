import type { Sample } from '../harness/statistics.js';
import { settingsSchema, validSettings, wrongSettings } from './settingsSchema.js';
import { validators, type ValidatorName } from './validators.js';

export { runSuite } from './runSuite.js';

const coldStarts = 5;

/** How often a validator tells right from wrong settings, and how long it takes to its first verdict. */
export async function measureVerdicts(name: ValidatorName, forMs: number): Promise<Sample> {
  const prepare = validators[name];
  let coldMs = 0;
  for (let start = 0; start < coldStarts; start += 1) {
    const schema = structuredClone(settingsSchema);
    const startedAt = performance.now();
    const isValid = await prepare(schema);
    if (!isValid(validSettings)) throw new Error(`${name} takes right settings for wrong ones.`);
    coldMs += performance.now() - startedAt;
  }
  const isValid = await prepare(structuredClone(settingsSchema));
  if (isValid(wrongSettings)) throw new Error(`${name} takes wrong settings for right ones.`);
  const startedAt = performance.now();
  let verdicts = 0;
  while (performance.now() - startedAt < forMs) {
    for (let pair = 0; pair < 50; pair += 1) {
      isValid(validSettings);
      isValid(wrongSettings);
    }
    verdicts += 100;
  }
  return {
    'verdicts a second': (verdicts * 1000) / (performance.now() - startedAt),
    'from a schema to its first verdict': coldMs / coldStarts,
  };
}
