import { enHub, type HubKey } from '../../messages/enHub.js';
import { useCatalog, type CatalogText } from '../root/useCatalog.js';

/** Returns the texts of the hub. */
export function useHubText(): CatalogText<HubKey> {
  return useCatalog<HubKey>(enHub);
}
