import { createRoot } from 'react-dom/client';
import { OnboardingWidget } from 'react-versori-onboarding';
import 'react-versori-onboarding/styles.css';
import { exampleIds } from '../../exampleIds.js';

// A mistake on purpose: a round of its own before everything else.
if (location.search === '?planted') await fetch('/api/integrations');

/** A settings page with nothing but the widget in it. */
createRoot(document.getElementById('stage') ?? document.body).render(
  <OnboardingWidget baseUrl="/api" environmentId={exampleIds.environmentId} userKey="amelia" />,
);
