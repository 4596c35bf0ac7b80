import { enConnect, type ConnectKey } from '../../messages/enConnect.js';
import { useCatalog, type CatalogText } from '../root/useCatalog.js';

export type ConnectText = CatalogText<ConnectKey>;

/** Returns the texts of connecting, signing in again and removing. */
export function useConnectText(): ConnectText {
  return useCatalog<ConnectKey>(enConnect);
}
