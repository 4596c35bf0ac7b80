import { lazyModule, type LazyModule } from '../parts/lazyModule.js';

/** Pickers of times and files, and lists that are searched. */
export const lazyControls: LazyModule<typeof import('./rareControls.js')> = lazyModule(
  () => import('./rareControls.js'),
);
