import { IntegrationHub } from '../widget/IntegrationHub.js';
import { OnboardingWidget } from '../widget/OnboardingWidget.js';
import { createWidgetElement, type WidgetElement } from './createWidgetElement.js';

/** `<versori-onboarding>`: `OnboardingWidget` as an element. */
export const OnboardingElement: new () => WidgetElement = createWidgetElement(
  (props) => <OnboardingWidget {...props} environmentId={props.environmentId ?? ''} />,
  ['environment-id'],
);

/** `<versori-integration-hub>`: `IntegrationHub` as an element. */
export const IntegrationHubElement: new () => WidgetElement = createWidgetElement((props) => (
  <IntegrationHub {...props} />
));

declare global {
  interface HTMLElementTagNameMap {
    'versori-onboarding': WidgetElement;
    'versori-integration-hub': WidgetElement;
  }
}

// A page may load the module twice, under two addresses; a server that renders it has no registry.
const registry = typeof customElements === 'undefined' ? undefined : customElements;
for (const [name, element] of [
  ['versori-onboarding', OnboardingElement],
  ['versori-integration-hub', IntegrationHubElement],
] as const) {
  if (registry?.get(name) === undefined) registry?.define(name, element);
}
