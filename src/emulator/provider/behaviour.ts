/** How the pretended provider behaves; live, so a test may change it between two sign-ins. */
export interface ProviderBehaviour {
  /**
   * Where browsers reach the pages of the provider and of the platform, such as
   * `http://localhost:8901`; `null`: the provider at the address of the scheme, the platform at the
   * origin of the request. A path may follow the origin.
   */
  publicUrl: string | null;
  /**
   * `ask`: a page on which the user decides. The others decide at once: `slow` allows after
   * `slowMs`, `error` fails as a provider that is misconfigured.
   */
  decision: 'ask' | Decision;
  /** `Cross-Origin-Opener-Policy` of the provider's pages; `null`: none is sent. */
  openerPolicy: string | null;
  /** The same of the platform's own callback page. */
  callbackOpenerPolicy: string | null;
  slowMs: number;
}

export type Decision = 'allow' | 'deny' | 'error' | 'slow';

export function createProviderBehaviour(): ProviderBehaviour {
  return {
    publicUrl: null,
    decision: 'ask',
    openerPolicy: null,
    callbackOpenerPolicy: null,
    slowMs: 5_000,
  };
}
