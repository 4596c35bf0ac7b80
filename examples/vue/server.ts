import { createServer } from 'node:http';
import { createOnboardingHandler } from 'react-versori-onboarding/server';
import { createNodeListener } from 'react-versori-onboarding/server/node';
import sirv from 'sirv';

const handler = createOnboardingHandler({
  basePath: '/api/onboarding',
  platform: {
    organisationId: '01JEXAMP1E0000000RG0000001', // 1
    auth: { type: 'apiKey', apiKey: process.env.VERSORI_API_KEY ?? 'canary-api-key-fernway' }, // 2
    baseUrl: 'http://127.0.0.1:8901/api/v2', // the emulator; without this line: the real platform
  },
  integrations: [
    {
      projectId: '01JEXAMP1E000000PRJ0000001', // 3
      environmentId: '01JEXAMP1E000000ENV0000001',
      name: 'Shopify orders',
    },
  ],
  // The user of the request's session; null: not signed in.
  identify: () => ({ externalId: 'user-amelia' }),
});

const onboarding = createNodeListener(handler);
const pages = process.argv.includes('--dev') ? await createDevServer() : sirv('dist');

async function createDevServer() {
  const vite = await import('vite');
  return (await vite.createServer({ server: { middlewareMode: true } })).middlewares;
}

createServer((request, response) => {
  if (request.url?.startsWith('/api/onboarding/')) onboarding(request, response);
  else pages(request, response);
}).listen(3000, () => console.log('http://localhost:3000'));
