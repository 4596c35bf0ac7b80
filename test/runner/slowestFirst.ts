import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Last in the run, it would keep one core waiting for most of a minute. */
const slowest = 'test/chaos/runChaos.test.ts';

/** Begins with the file that waits for the longest, as Vitest does once it has seen all of them. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isSlowest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(slowest);
    return [...sorted.filter(isSlowest), ...sorted.filter((file) => !isSlowest(file))];
  }
}
