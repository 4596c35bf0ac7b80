import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { sum, vitestCountsFile, type Counts } from './counts.js';

/** A Vitest reporter that writes what each project ran, and what failed outside any test. */
export default class CountTests implements Reporter {
  readonly #counts = new Map<string, Counts>();

  onInit(vitest: Vitest): void {
    // A project without a test shall show up with zeros, not be absent.
    for (const { name } of vitest.projects) this.#counts.set(name, sum([]));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    for (const module of modules) this.#add(module.project.name, countModule(module));
    if (unhandled.length > 0) {
      this.#add('outside any test', { passed: 0, failed: unhandled.length });
    }
    mkdirSync(dirname(vitestCountsFile), { recursive: true });
    writeFileSync(vitestCountsFile, JSON.stringify(Object.fromEntries(this.#counts)));
  }

  #add(project: string, counts: Counts): void {
    this.#counts.set(project, sum([this.#counts.get(project) ?? sum([]), counts]));
  }
}

function countModule(module: TestModule): Counts {
  const states = [...module.children.allTests()].map((test) => test.result().state);
  const passed = states.filter((state) => state === 'passed').length;
  const failed = states.filter((state) => state === 'failed').length;
  // A file that does not load, or a hook that fails, has no failed test to count.
  return { passed, failed: failed === 0 && !module.ok() ? 1 : failed };
}
