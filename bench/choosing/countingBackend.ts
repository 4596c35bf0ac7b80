import type { Backend, Connection } from 'react-versori-onboarding';

export interface CountingBackend extends Backend {
  /** Every call so far, by method. */
  readonly calls: Record<string, number>;
}

/** Pages as large as `pageSize`; nothing takes time, so that what is measured is the browser's side. */
export function createCountingBackend(
  accounts: readonly Connection[],
  pageSize: number,
): CountingBackend {
  const calls: Record<string, number> = {};
  const count = (method: string): void => {
    calls[method] = (calls[method] ?? 0) + 1;
  };
  const template = { domain: 'shop.example', authTypes: ['oauth2'], managed: false, connect: null };
  const only = accounts.slice(0, 1).map((each) => ({ ...each, id: 'only', name: 'Only one' }));
  return {
    calls,
    async listIntegrations() {
      count('listIntegrations');
      return [];
    },
    async getIntegration({ environmentId }) {
      count('getIntegration');
      return {
        ...{ environmentId, name: 'Orders', status: 'available', variablesSchema: null },
        ...{ activationCount: 0, needsAttention: false },
        connectionTemplates: [
          { ...template, id: 'first', name: 'Ledger' },
          { ...template, id: 'second', name: 'Shop' },
        ],
      };
    },
    async listActivations() {
      count('listActivations');
      return [];
    },
    async listConnections({ connectionTemplateId, search = '', after = '0' }) {
      count(search === '' ? 'listConnections' : 'listConnections with a search');
      if (connectionTemplateId === 'first') return { items: only, totalCount: 1 };
      const matching = accounts.filter(({ name }) => name.toLowerCase().includes(search));
      const end = Number(after) + pageSize;
      return {
        items: matching.slice(Number(after), end),
        ...(search === '' && { totalCount: matching.length }),
        ...(end < matching.length && { next: String(end) }),
      };
    },
    async activate() {
      throw new Error('The benchmark activates nothing.');
    },
  };
}
