import { exampleData, type ExampleDataOptions } from '../example/exampleData.js';
import type { PlatformData } from '../platformData.js';

export interface LargeDataOptions extends ExampleDataOptions {
  /** How many Shopify connections Amelia has beside her two. */
  readonly connections: number;
}

/** The example data with a user who has very many connections, with believable names. */
export function largeData(options: LargeDataOptions): PlatformData {
  return exampleData(options);
}
