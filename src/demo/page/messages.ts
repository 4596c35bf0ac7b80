import type { OnboardingProviderProps } from 'react-versori-onboarding/headless';
import { ar } from 'react-versori-onboarding/locales/ar';
import type { Locale } from './urlState.js';

type Messages = NonNullable<OnboardingProviderProps['messages']>;

/** English is the widget's own. */
export const messagesOf: Readonly<Record<Locale, Messages>> = { en: {}, ar };
