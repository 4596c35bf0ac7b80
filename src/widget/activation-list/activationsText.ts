import { enActivations, type ActivationsKey } from '../../messages/enActivations.js';
import { useCatalog, type CatalogText } from '../root/useCatalog.js';

/** Returns the texts of the list of activations. */
export function useActivationsText(): CatalogText<ActivationsKey> {
  return useCatalog<ActivationsKey>(enActivations);
}
