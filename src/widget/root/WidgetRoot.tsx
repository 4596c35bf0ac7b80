import { Fragment, useContext, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { explainCopies } from '../../backend/packageCopies.js';
import { warnDeveloper } from '../../backend/warnDeveloper.js';
import {
  OnboardingProvider,
  type OnboardingProviderProps,
} from '../../headless/OnboardingProvider.js';
import { OnboardingLookContext, useHasProvider, useUserKey } from '../../headless/settings.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import { FlowOptionsContext } from '../options/FlowOptionsContext.js';
import { followHostScheme } from './followHostScheme.js';
import { usePart } from './part.js';
import { revealLongText } from './revealLongText.js';
import { useText } from './text.js';
import { useAppearanceWarning } from './useAppearanceWarning.js';
import { useMessagesWarning } from './useMessagesWarning.js';

/**
 * Props of every public component: the provider's, which a component inside of a provider needs none
 * of, and the options of the flow. Components read props from here; no list repeats them.
 */
export interface SharedProps
  extends Partial<Omit<OnboardingProviderProps, 'children'>>, FlowOptions {}

interface WidgetRootProps {
  /** The public component's name, for messages to its developer. */
  readonly component: string;
  readonly props: SharedProps;
  readonly children: ReactNode;
}

/**
 * Wraps a public component: its own provider where it got a backend or its address, the host's
 * options, the root.
 */
export function WidgetRoot({ component, props, children }: WidgetRootProps): ReactNode {
  const hasProvider = useHasProvider();
  const root = (
    <FlowOptionsContext.Provider value={props}>
      <RootElement>
        <OfOneUser>{children}</OfOneUser>
      </RootElement>
    </FlowOptionsContext.Provider>
  );
  if (props.backend !== undefined || props.baseUrl !== undefined) {
    return <OnboardingProvider {...props}>{root}</OnboardingProvider>;
  }
  if (!hasProvider) {
    throw new Error(
      `<${component}> has no backend, so there is nothing to show. Pass baseUrl="/api/onboarding", the path where your server mounts createOnboardingHandler, or wrap it in <OnboardingProvider baseUrl="…">.${explainCopies()}`,
    );
  }
  return root;
}

/** Another user begins anew: what this one has opened and typed is not for them. */
function OfOneUser({ children }: { readonly children: ReactNode }): ReactNode {
  return <Fragment key={useUserKey()}>{children}</Fragment>;
}

/** In development: tells that no stylesheet of this package has reached the root. */
function useStylesheetWarning(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (process.env.NODE_ENV === 'production') return undefined;
    // A stylesheet may come after the first render.
    const timer = setTimeout(() => {
      // Nothing is laid out where the root is hidden, and in tests without a browser.
      if (root.current === null || root.current.getClientRects().length === 0) return;
      if (getComputedStyle(root.current).getPropertyValue('--onb-_space') !== '') return;
      warnDeveloper(
        "the stylesheet is missing, so the parts have no looks. Add import 'react-versori-onboarding/styles.css' once to the page.",
      );
    }, 2_000);
    return () => clearTimeout(timer);
  }, [root]);
}

/** Renders the root element: language, direction, theme, the host's custom properties. */
export function RootElement({ children }: { readonly children: ReactNode }): ReactNode {
  const part = usePart();
  const { locale, direction } = useText();
  const look = useContext(OnboardingLookContext);
  const appearance = look?.appearance;
  const root = useRef<HTMLDivElement>(null);
  const variables = appearance?.variables;

  useMessagesWarning(look?.messages);
  useAppearanceWarning(appearance);

  // Through the CSSOM: a strict policy blocks the style attribute that a server would render.
  useEffect(() => {
    const style = root.current?.style;
    if (style === undefined || variables === undefined) return undefined;
    for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
    return () => {
      for (const name of Object.keys(variables)) style.removeProperty(name);
    };
  }, [variables]);

  useStylesheetWarning(root);
  const theme = appearance?.theme ?? 'auto';

  useEffect(
    () => (root.current === null ? undefined : followHostScheme(root.current, theme)),
    [theme],
  );

  useEffect(() => {
    const element = root.current;
    element?.addEventListener('keyup', revealLongText);
    return () => element?.removeEventListener('keyup', revealLongText);
  }, []);

  return (
    <div {...part('root')} ref={root} lang={locale} dir={direction} data-theme={theme}>
      {children}
    </div>
  );
}
