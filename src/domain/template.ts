/** A place in an integration that needs a connection. */
export interface ConnectionTemplate {
  /** The platform's `connectionTemplateId`; what an activation names. */
  readonly id: string;
  readonly name: string;
  /** The domain of the system behind it, such as `shopify.com`. */
  readonly domain?: string;
  /** The platform's auth scheme types, such as `oauth2` or `api-key`; applied together, in order. */
  readonly authTypes: readonly string[];
  /** True: the host provides the connection, the user neither sees nor chooses one. */
  readonly managed: boolean;
}
