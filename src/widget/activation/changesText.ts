import { enChanges, type ChangesKey } from '../../messages/enChanges.js';
import { useCatalog, type CatalogText } from '../root/useCatalog.js';

/** Returns the texts of ending, editing and replacing an activation. */
export function useChangesText(): CatalogText<ChangesKey> {
  return useCatalog<ChangesKey>(enChanges);
}
