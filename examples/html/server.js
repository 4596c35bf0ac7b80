import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createOnboardingHandler } from 'react-versori-onboarding/server';
import { createNodeListener } from 'react-versori-onboarding/server/node';

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
const page = readFileSync(new URL('index.html', import.meta.url));
const element = readFileSync(new URL(import.meta.resolve('react-versori-onboarding/element')));

createServer((request, response) => {
  if (request.url?.startsWith('/api/onboarding/')) {
    onboarding(request, response);
  } else if (request.url === '/element.js') {
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(element);
  } else {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  }
}).listen(3000, () => console.log('http://localhost:3000'));
