import { useContext, useEffect, useRef, type ReactNode } from 'react';
import {
  OnboardingProvider,
  type OnboardingProviderProps,
} from '../../headless/OnboardingProvider.js';
import { OnboardingLookContext, useHasProvider } from '../../headless/settings.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { FlowOptionsContext } from '../options/FlowOptionsContext.js';
import { usePart } from './part.js';
import { revealLongText } from './revealLongText.js';
import { useText } from './text.js';

/**
 * Props of every public component: the provider's, which a component inside of a provider needs none
 * of, and the options of the flow. Whoever reads a prop takes it from here; no list repeats them.
 */
export interface SharedProps
  extends Partial<Omit<OnboardingProviderProps, 'children'>>, FlowOptions {}

interface WidgetRootProps {
  /** The public component's name, for messages to its developer. */
  readonly component: string;
  readonly props: SharedProps;
  readonly children: ReactNode;
}

/** Wraps a public component: its own provider where it got a backend, the host's options, the root. */
export function WidgetRoot({ component, props, children }: WidgetRootProps): ReactNode {
  const hasProvider = useHasProvider();
  const { backend } = props;
  const root = (
    <FlowOptionsContext.Provider value={props}>
      <RootElement>{children}</RootElement>
    </FlowOptionsContext.Provider>
  );
  if (backend !== undefined) {
    return (
      <OnboardingProvider {...props} backend={backend}>
        {root}
      </OnboardingProvider>
    );
  }
  if (!hasProvider) {
    throw new Error(
      `<${component}> has no backend, so there is nothing to show. Pass backend={createHttpBackend({ baseUrl: "/api/onboarding" })}, made once outside of the component, or wrap it in <OnboardingProvider backend={…}>.`,
    );
  }
  return root;
}

/** Renders the root element: language, direction, theme, the host's custom properties. */
export function RootElement({ children }: { readonly children: ReactNode }): ReactNode {
  const part = usePart();
  const { locale, direction } = useText();
  const appearance = useContext(OnboardingLookContext)?.appearance;
  const root = useRef<HTMLDivElement>(null);
  const variables = appearance?.variables;

  // Through the CSSOM: a strict policy blocks the style attribute that a server would render.
  useEffect(() => {
    const style = root.current?.style;
    if (style === undefined || variables === undefined) return undefined;
    for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(variables)) style.removeProperty(name);
    };
  }, [variables]);

  useEffect(() => {
    const element = root.current;
    element?.addEventListener('keyup', revealLongText);
    return () => element?.removeEventListener('keyup', revealLongText);
  }, []);

  return (
    <div
      {...part('root')}
      ref={root}
      lang={locale}
      dir={direction}
      data-theme={appearance?.theme ?? 'auto'}
    >
      {children}
    </div>
  );
}
