import {
  createOnboardingHandler,
  type HostIntegration,
  type OnboardingHandler,
} from 'react-versori-onboarding/server';

function read(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}

export const handler: OnboardingHandler = createOnboardingHandler({
  basePath: '/api/onboarding',
  platform: {
    baseUrl: read('PLATFORM_URL'),
    organisationId: read('ORG_ID'),
    auth: { type: 'apiKey', apiKey: read('VERSORI_API_KEY') },
  },
  integrations: JSON.parse(read('INTEGRATIONS')) as HostIntegration[],
  identify: (request) => {
    const user = request.headers.get('X-Test-User');
    return user === null ? null : { externalId: user };
  },
  publicOrigin: read('PUBLIC_ORIGIN'),
});
