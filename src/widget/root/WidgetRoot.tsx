import { useContext, useEffect, useRef, type ReactNode } from 'react';
import {
  OnboardingProvider,
  type OnboardingProviderProps,
} from '../../headless/OnboardingProvider.js';
import { OnboardingLookContext, useHasProvider } from '../../headless/settings.js';
import { usePart } from './part.js';
import { revealLongText } from './revealLongText.js';
import { useText } from './text.js';

/** The provider's props, all optional: a component inside of a provider needs none of them. */
export type SharedProps = Partial<Omit<OnboardingProviderProps, 'children'>>;

interface WidgetRootProps {
  /** The public component's name, for messages to its developer. */
  readonly component: string;
  readonly shared: SharedProps;
  readonly children: ReactNode;
}

/** What every public component stands in: its own provider where it got a backend, and the root. */
export function WidgetRoot({ component, shared, children }: WidgetRootProps): ReactNode {
  const hasProvider = useHasProvider();
  const { backend, ...rest } = shared;
  const root = <RootElement>{children}</RootElement>;
  if (backend !== undefined) {
    return (
      <OnboardingProvider {...rest} backend={backend}>
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

/** The element around everything: language, direction, theme, the host's custom properties. */
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
