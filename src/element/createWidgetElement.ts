import type { ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { IntegrationHubProps } from '../widget/IntegrationHub.js';
import type { OnboardingWidgetProps } from '../widget/OnboardingWidget.js';
import { mirrorParts } from './mirrorParts.js';
import { getShadowStyles } from './shadowStyles.js';

type WidgetProps = Partial<OnboardingWidgetProps & IntegrationHubProps>;

/** Props that an element takes: as an attribute where its value is a text, else as a property. */
export type ElementProperties = Omit<
  WidgetProps,
  | 'children'
  | 'renderConnection'
  | 'renderVariable'
  | 'onActivated'
  | 'onVariablesUpdated'
  | 'onDeactivated'
  | 'onError'
  | 'onEvent'
  | 'onSelect'
  // Of every HTML element already: see `noTitle`.
  | 'title'
> & {
  readonly theme?: 'light' | 'dark' | 'auto';
  /** The attribute `no-title`, whatever its value, or the property: as `title={false}`. */
  readonly noTitle?: string | boolean;
};

/**
 * The element: properties beside attributes, and the events `onboarding-activated`,
 * `onboarding-variables-updated`, `onboarding-deactivated`, `onboarding-error`, `onboarding-event` and
 * `onboarding-select`, whose `detail` is what the callback of that name gets.
 */
export type WidgetElement = HTMLElement & {
  -readonly [Name in keyof ElementProperties]: ElementProperties[Name];
};

const attributes: Readonly<Record<string, keyof ElementProperties>> = {
  'base-url': 'baseUrl',
  'environment-id': 'environmentId',
  'user-key': 'userKey',
  locale: 'locale',
  theme: 'theme',
  presentation: 'presentation',
  'no-title': 'noTitle',
  'support-url': 'supportUrl',
};

const properties: Readonly<Record<keyof ElementProperties, true>> = {
  backend: true,
  baseUrl: true,
  environmentId: true,
  userKey: true,
  locale: true,
  messages: true,
  appearance: true,
  theme: true,
  presentation: true,
  selected: true,
  draftStorage: true,
  queryClient: true,
  initialVariables: true,
  initialConnections: true,
  allowMultiple: true,
  noTitle: true,
  headingLevel: true,
  done: true,
  supportUrl: true,
  formatConnection: true,
  onConnectNew: true,
  variableOptions: true,
  translateSchemaText: true,
  isSecret: true,
};

/**
 * Creates the class of an element that renders a component into its own shadow root: no style of the
 * page reaches it but custom properties and `::part`. It renders once it has a `base-url` or a
 * `backend`, and the attributes that are `required`; frameworks set them in any order.
 */
export function createWidgetElement(
  render: (props: WidgetProps) => ReactNode,
  required: readonly string[] = [],
): new () => WidgetElement {
  class RenderedElement extends findBase() {
    static readonly observedAttributes: string[] = Object.keys(attributes);
    #properties: ElementProperties = {};
    #root: Root | null = null;

    constructor() {
      super();
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [getShadowStyles()];
      mirrorParts(shadow);
    }

    connectedCallback(): void {
      for (const name of Object.keys(properties)) this.#adoptProperty(name);
      this.#render();
      setTimeout(() => this.#complain(), 1_000);
    }

    disconnectedCallback(): void {
      // Moved to another place, the element is connected again by then, and keeps what it shows.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#root?.unmount();
        this.#root = null;
      });
    }

    attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
      const property = attributes[name];
      if (property !== undefined) this.set(property, value ?? undefined);
    }

    get(name: string): unknown {
      return Reflect.get(this.#properties, name);
    }

    set(name: string, value: unknown): void {
      this.#properties = { ...this.#properties, [name]: value };
      this.#render();
    }

    /** What was set before the element was defined hides the accessor of the class. */
    #adoptProperty(name: string): void {
      if (!Object.hasOwn(this, name)) return;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }

    #render(): void {
      const { theme, appearance, noTitle = false, ...rest } = this.#properties;
      if (!this.isConnected || this.#findMissing() !== undefined) return;
      this.#root ??= createRoot(this.shadowRoot ?? this);
      const emit = (name: string) => (detail: unknown) => {
        const options = { detail, bubbles: true, composed: true };
        this.dispatchEvent(new CustomEvent(`onboarding-${name}`, options));
      };
      this.#root.render(
        render({
          ...rest,
          title: noTitle === false,
          appearance: { ...appearance, ...(theme !== undefined && { theme }) },
          onActivated: emit('activated'),
          onVariablesUpdated: emit('variables-updated'),
          onDeactivated: emit('deactivated'),
          onError: emit('error'),
          onEvent: emit('event'),
          onSelect: emit('select'),
        }),
      );
    }

    /** The first attribute without which there is nothing to show. */
    #findMissing(): string | undefined {
      const { baseUrl, backend } = this.#properties;
      if (baseUrl === undefined && backend === undefined) return 'base-url';
      return required.find((name) => this.get(attributes[name] ?? name) === undefined);
    }

    #complain(): void {
      const missing = this.#findMissing();
      if (missing === undefined || !this.isConnected) return;
      // oxlint-disable-next-line no-console -- An element has no other way to its developer.
      console.error(
        `react-versori-onboarding: <${this.localName}> has no ${missing}, so there is nothing to show. Set the attribute: base-url is the path where your server mounts the onboarding handler, environment-id an integration that it lists.`,
      );
    }
  }
  for (const name of Object.keys(properties)) {
    Object.defineProperty(RenderedElement.prototype, name, {
      get(this: RenderedElement) {
        return this.get(name);
      },
      set(this: RenderedElement, value: unknown) {
        this.set(name, value);
      },
    });
  }
  return RenderedElement;
}

/** A server that renders a page may import this too: it has no elements, and makes none of the class. */
function findBase(): new () => HTMLElement;
function findBase(): new () => object {
  return typeof HTMLElement === 'undefined' ? Object : HTMLElement;
}
