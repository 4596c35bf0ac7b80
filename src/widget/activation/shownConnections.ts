import type { Activation } from '../../domain/activation.js';
import type { Connection } from '../../domain/connection.js';
import type { Integration } from '../../domain/integration.js';
import type { ConnectionTemplate } from '../../domain/template.js';
import { toConnectionLabels, type ConnectionLabels } from '../parts/connectionLabels.js';
import type { FlowOptions } from '../options/FlowOptions.js';
import type { Text } from '../root/text.js';

/** A connection of an activation, with its labels. */
export interface ShownConnection {
  readonly key: string;
  /** The template's name. */
  readonly label: string;
  readonly template: ConnectionTemplate | undefined;
  readonly connection: Connection;
  readonly labels: ConnectionLabels;
}

/** Returns the connections of an activation in the order of the templates; one that fits none comes last. */
export function toShownConnections(
  text: Text,
  activation: Activation,
  { connectionTemplates }: Integration,
  formatConnection: FlowOptions['formatConnection'],
): readonly ShownConnection[] {
  const shown = activation.connections.map((entry, index) => {
    const { connection, connectionTemplateId } = entry;
    const place = connectionTemplates.findIndex(({ id }) => id === connectionTemplateId);
    const template = connectionTemplates[place];
    return {
      key: `${connectionTemplateId} ${connection.id} ${index}`,
      label: template?.name.trim() || text.t('activations.unknownTemplate'),
      template,
      connection,
      labels: toConnectionLabels(text, connection, template, formatConnection),
      place: place === -1 ? connectionTemplates.length : place,
    };
  });
  return shown.sort((one, other) => one.place - other.place);
}

/**
 * What each activation of a list is called, by its id: the integration where there is one only, else
 * its connections, and where two of those read the same, the end of its own id.
 */
export function toActivationTitles(
  text: Text,
  activations: readonly Activation[],
  integration: Integration,
  formatConnection: FlowOptions['formatConnection'],
): ReadonlyMap<string, string> {
  const [only] = activations;
  if (only !== undefined && activations.length === 1) return new Map([[only.id, integration.name]]);
  const list = new Intl.ListFormat(text.locale, { style: 'short', type: 'unit' });
  const titles = new Map(
    activations.map((activation) => {
      const shown = toShownConnections(text, activation, integration, formatConnection);
      const names = list.format(shown.map(({ labels }) => labels.name));
      return [activation.id, names || integration.name];
    }),
  );
  const uses = new Map<string, number>();
  for (const title of titles.values()) uses.set(title, (uses.get(title) ?? 0) + 1);
  for (const [id, title] of titles) {
    const ending = text.t('connection.id', { id: id.slice(-6) });
    if ((uses.get(title) ?? 0) > 1) titles.set(id, `${title} · ${ending}`);
  }
  return titles;
}
