import { exampleIds } from 'react-versori-onboarding/emulator';
import type { HostIntegration } from 'react-versori-onboarding/server';
import type { IntegrationKey, OfferedIntegration, UserKey } from '../controlsState.js';

/** One of the integrations that Fernway, the host of the demo, offers its customers. */
export interface Offer extends OfferedIntegration {
  readonly key: IntegrationKey;
  readonly projectId: string;
  readonly iconUrl?: string;
  /** What Fernway calls the accounts; its customers may remove theirs. */
  readonly templates: NonNullable<HostIntegration['templates']>;
  /** For the templates that Fernway fills in for everybody. */
  readonly staticConnections?: Readonly<Record<string, string>>;
}

interface OfferText extends Pick<Offer, 'key' | 'name' | 'description'> {
  /** The system whose icon it has. */
  readonly icon?: string;
}

const texts: readonly OfferText[] = [
  {
    key: 'shopifyOrders',
    icon: 'shopify',
    name: 'Shopify orders',
    description: 'Every paid Shopify order becomes a sales order in NetSuite within a minute.',
  },
  {
    key: 'slackAlerts',
    icon: 'slack',
    name: 'Slack alerts',
    description: 'Low stock and failed orders are posted to your team in Slack.',
  },
  {
    key: 'warehouseSync',
    name: 'Warehouse sync',
    description: 'Stock levels in ShipBob and NetSuite stay the same, line by line.',
  },
  {
    key: 'hubspotContacts',
    icon: 'hubspot',
    name: 'HubSpot contacts',
    description: 'New customers are added to HubSpot with what they bought.',
  },
  {
    key: 'xeroInvoices',
    icon: 'xero',
    name: 'Xero invoices',
    description: 'Each payout becomes an invoice in Xero, with fees and refunds.',
  },
];

const systemNames: Readonly<Record<string, string>> = {
  shopify: 'Shopify',
  netsuite: 'NetSuite',
  slack: 'Slack',
  shipbob: 'ShipBob',
  loqate: 'Loqate',
  hubspot: 'HubSpot',
  xero: 'Xero',
};

function nameTemplates(key: IntegrationKey, assets: string): Offer['templates'] {
  return Object.fromEntries(
    Object.entries(exampleIds.templates[key]).map(([system, id]) => [
      id,
      { name: systemNames[system] ?? system, iconUrl: toIcon(assets, system), remove: true },
    ]),
  );
}

function toIcon(assets: string, system: string): string {
  return `${assets}icons/${system}.svg`;
}

/** `assets`: the path of the static files, with a slash at its end. */
export function listOffers(assets: string): readonly Offer[] {
  return texts.map(({ icon, ...text }) => ({
    ...text,
    ...(icon !== undefined && { iconUrl: toIcon(assets, icon) }),
    templates: nameTemplates(text.key, assets),
    projectId: exampleIds.projects[text.key],
    environmentId: exampleIds.environments[text.key],
    ...(text.key === 'warehouseSync' && {
      staticConnections: {
        [exampleIds.templates.warehouseSync.loqate]: exampleIds.connections.staticLoqate,
      },
    }),
  }));
}

interface Member {
  readonly key: UserKey;
  readonly name: string;
  readonly externalId: string;
}

/** Fernway's own users, by the id that Fernway gives them. */
export const members: readonly Member[] = [
  { key: 'amelia', name: 'Amelia Chen', externalId: exampleIds.users.amelia.externalId },
  { key: 'bashir', name: 'Bashir Rahman', externalId: exampleIds.users.bashir.externalId },
  { key: 'carla', name: 'Carla Moreau', externalId: exampleIds.users.carla.externalId },
];
