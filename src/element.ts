export { IntegrationHubElement, OnboardingElement } from './element/elements.js';
export type { ElementProperties, WidgetElement } from './element/createWidgetElement.js';
