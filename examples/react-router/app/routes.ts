import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('routes/settings.tsx'),
  route('api/onboarding/*', 'routes/onboarding.ts'),
] satisfies RouteConfig;
