/** How the pretended provider behaves; live, so a test may change it between two sign-ins. */
export interface ProviderBehaviour {
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
  return { decision: 'ask', openerPolicy: null, callbackOpenerPolicy: null, slowMs: 5_000 };
}
