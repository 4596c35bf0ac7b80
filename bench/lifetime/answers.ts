/** What a host's backend answers for one integration with settings, as JSON. */
export function toAnswer(path: string): object {
  if (path.endsWith('/activations')) return { items: [] };
  if (path.endsWith('/connections')) return { items: ['UK', 'EU'].map(toConnection) };
  return {
    environmentId: 'bench',
    name: 'Orders',
    status: 'available',
    activationCount: 0,
    needsAttention: false,
    connectionTemplates: [
      {
        ...{ id: 'shop', name: 'Shop', domain: 'shop.example', authTypes: ['oauth2'] },
        ...{ managed: false, connect: null },
      },
    ],
    variablesSchema: {
      type: 'object',
      required: ['code'],
      properties: { code: { type: 'string', title: 'Code' } },
    },
  };
}

const toConnection = (name: string): object => ({
  id: name,
  name,
  authTypes: ['oauth2'],
  health: { status: 'ok' },
});
