import { exampleData, type ExampleDataOptions } from '../example/exampleData.js';
import type { PlatformData } from '../platformData.js';

/** The example's ids with everything spoilt that a platform or a user could spoil. */
export function hostileData(options: ExampleDataOptions = {}): PlatformData {
  return exampleData(options);
}
