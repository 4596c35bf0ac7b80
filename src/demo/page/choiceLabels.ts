import type { DemoTextKey } from './texts.js';
import type { ChoiceName } from './urlState.js';

interface ChoiceLabels {
  readonly label: DemoTextKey;
  /** The texts of options by value; of the others, the value itself is shown. */
  readonly options?: Readonly<Record<string, DemoTextKey>>;
  readonly unit?: 'px' | 'ms';
}

export const choiceLabels: Readonly<Record<ChoiceName, ChoiceLabels>> = {
  theme: {
    label: 'theme',
    options: { auto: 'theme.auto', light: 'theme.light', dark: 'theme.dark' },
  },
  brand: { label: 'brand' },
  accent: { label: 'accent', options: { default: 'asBrand' } },
  radius: { label: 'radius', options: { default: 'asBrand' }, unit: 'px' },
  textSize: { label: 'textSize', options: { default: 'asPage' }, unit: 'px' },
  locale: { label: 'language' },
  direction: {
    label: 'direction',
    options: { language: 'direction.language', rtl: 'direction.rtl' },
  },
  width: { label: 'width', options: { full: 'width.full' }, unit: 'px' },
  latency: { label: 'latency', options: { 0: 'latency.none' }, unit: 'ms' },
  component: {
    label: 'component',
    options: { widget: 'component.widget', hub: 'component.hub', dialog: 'component.dialog' },
  },
  multiple: { label: 'multiple', options: { off: 'off', on: 'on' } },
  connect: { label: 'connect', options: { widget: 'byWidget', host: 'byHost' } },
  rows: { label: 'rows', options: { widget: 'byWidget', host: 'byHost' } },
};
