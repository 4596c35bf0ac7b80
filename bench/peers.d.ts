/**
 * What the benchmarks use of packages that `npm run bench` installs by itself: the rest of the
 * repository is checked without them.
 */

declare module 'webpack' {
  export interface CompiledModule {
    readonly resource?: string;
    readonly modules?: readonly CompiledModule[];
  }
  interface CompiledChunk {
    readonly id: string | number;
    readonly files: ReadonlySet<string>;
  }
  export interface Compilation {
    readonly errors: readonly Error[];
    readonly chunks: ReadonlySet<CompiledChunk>;
    readonly chunkGroups: readonly {
      readonly chunks: readonly CompiledChunk[];
      isInitial(): boolean;
    }[];
    readonly chunkGraph: {
      getChunkModulesIterable(chunk: CompiledChunk): Iterable<CompiledModule>;
    };
  }
  export default function webpack(
    configuration: Readonly<Record<string, unknown>>,
    done: (error: Error | null, stats: { readonly compilation: Compilation } | undefined) => void,
  ): void;
}

declare module 'rollup' {
  type OutputFile =
    | {
        readonly type: 'chunk';
        readonly fileName: string;
        readonly code: string;
        readonly imports: readonly string[];
        readonly isEntry: boolean;
        readonly moduleIds: readonly string[];
      }
    | { readonly type: 'asset' };
  export function rollup(options: Readonly<Record<string, unknown>>): Promise<{
    generate(options: {
      readonly format: 'es';
    }): Promise<{ readonly output: readonly OutputFile[] }>;
    close(): Promise<void>;
  }>;
}

declare module '@rollup/plugin-commonjs' {
  export default function commonjs(): object;
}
declare module '@rollup/plugin-json' {
  export default function json(): object;
}
declare module '@rollup/plugin-node-resolve' {
  export default function resolveModules(options: { readonly browser: boolean }): object;
}
declare module '@rollup/plugin-replace' {
  export default function replace(options: Readonly<Record<string, string | boolean>>): object;
}
declare module '@rollup/plugin-terser' {
  export default function terser(): object;
}

declare module '@jsonforms/react' {
  export function JsonForms(props: {
    readonly schema: object;
    readonly data: unknown;
    readonly renderers: readonly object[];
    readonly cells: readonly object[];
    readonly onChange: () => void;
  }): import('react').ReactNode;
}
declare module '@jsonforms/vanilla-renderers' {
  export const vanillaRenderers: readonly object[];
  export const vanillaCells: readonly object[];
}
declare module '@rjsf/core' {
  export default function Form(props: {
    readonly schema: object;
    readonly formData: unknown;
    readonly validator: object;
    readonly noHtml5Validate: boolean;
  }): import('react').ReactNode;
}
declare module '@rjsf/validator-ajv8' {
  const validator: object;
  export default validator;
}
declare module 'react-hook-form' {
  type Register = (
    name: string,
    rules: Readonly<Record<string, number | boolean>>,
  ) => import('react').InputHTMLAttributes<HTMLInputElement>;
  interface HookFormState {
    readonly register: Register;
    readonly control: object;
    readonly handleSubmit: (onValid: () => void) => (event: import('react').SyntheticEvent) => void;
    readonly formState: { readonly errors: Readonly<Record<string, object | undefined>> };
  }
  export function useForm(options: { readonly defaultValues: object }): HookFormState;
  export function useFieldArray(options: { readonly control: object; readonly name: string }): {
    readonly fields: readonly { readonly id: string }[];
    readonly append: (row: object) => void;
  };
}

declare module 'downshift' {
  type Props = Readonly<Record<string, unknown>>;
  export function useCombobox<Item>(options: {
    readonly items: readonly Item[];
    readonly itemToString: (item: Item | null) => string;
    readonly onInputValueChange: (change: { readonly inputValue: string }) => void;
  }): {
    readonly isOpen: boolean;
    readonly getInputProps: (props: Props) => Props;
    readonly getMenuProps: (props: Props) => Props;
    readonly getItemProps: (props: { readonly item: Item; readonly index: number }) => Props;
  };
}
declare module 'virtua' {
  export function VList<Item>(props: {
    readonly data: readonly Item[];
    readonly style: { readonly height: number };
    readonly children: (item: Item, index: number) => import('react').ReactElement;
  }): import('react').ReactNode;
}
declare module '@base-ui/react/combobox' {
  type Node = import('react').ReactNode;
  interface Children {
    readonly children: Node;
  }
  export namespace Combobox {
    function Root<Item>(
      props: Children & {
        readonly items: readonly Item[];
        readonly itemToStringLabel: (item: Item) => string;
      },
    ): Node;
    function Input(props: { readonly 'aria-label': string }): Node;
    function Portal(props: Children): Node;
    function Positioner(props: Children): Node;
    function Popup(props: Children): Node;
    function List(props: {
      readonly children: (
        item: import('react-versori-onboarding').Connection,
      ) => import('react').ReactElement;
    }): Node;
    function Item(props: Children & { readonly value: unknown }): Node;
  }
}

declare module '@hyperjump/json-schema/draft-2020-12' {
  type Compiled = (value: unknown) => { readonly valid: boolean };
  export function registerSchema(schema: unknown, uri: string, dialect: string): void;
  export function unregisterSchema(uri: string): void;
  export function validate(uri: string): Promise<Compiled>;
}
declare module '@hyperjump/json-schema/formats' {}
declare module 'typebox/schema' {
  export function Check(schema: unknown, value: unknown): boolean;
}
