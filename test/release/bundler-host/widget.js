import { createHttpBackend, OnboardingWidget } from 'react-versori-onboarding';

globalThis.used = [createHttpBackend, OnboardingWidget];
