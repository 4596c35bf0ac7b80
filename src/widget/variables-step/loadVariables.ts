type VariablesModule = typeof import('./VariablesStepForm.js');

let loading: Promise<VariablesModule> | null = null;
let loaded: VariablesModule | null = null;

/**
 * Fetches the chunk with the form and the validator, once. A failure is not kept: `React.lazy` would
 * remember it, and the user could never try again.
 */
export function loadVariables(): Promise<VariablesModule> {
  loading ??= import('./VariablesStepForm.js').then(
    (module) => (loaded = module),
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** The chunk where it is here already: the step then opens without a wait. */
export function getLoadedVariables(): VariablesModule | null {
  return loaded;
}
