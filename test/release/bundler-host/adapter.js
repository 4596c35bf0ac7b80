import { createHttpBackend } from 'react-versori-onboarding';

globalThis.used = [createHttpBackend];
