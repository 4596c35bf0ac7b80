import express from 'express';
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

const app = express();
app.use('/api/onboarding', createNodeListener(handler));

if (process.argv.includes('--dev')) {
  const { createServer } = await import('vite');
  const vite = await createServer({ server: { middlewareMode: true } });
  app.use(vite.middlewares);
} else {
  app.use(express.static('dist'));
}

app.listen(3000, () => console.log('http://localhost:3000'));
