import { authentication, nestedGroups, thirtyOptional } from './connectorSchemas.js';
import { documents, httpRequest, routingRules, toolArguments, workload } from './openSchemas.js';
import { conditions, dateWindows, oauthApplication, warehouse } from './sourceSchemas.js';
import { goToVariables, part } from './steps.js';
import type { Story } from './story.js';
import { withVariables } from './withVariables.js';

const group = 'Settings';

/** Forms as the schemas of real connectors make them. */
export const connectorStories: readonly Story[] = [
  {
    id: 'connector-authentication',
    group,
    title: 'Ways to sign in',
    shows: 'Each way has fields and secrets of its own; a key of many lines is masked.',
    prepare: withVariables(authentication),
    async play(player) {
      await goToVariables(player);
      await player.press(`${part('variant')} ${part('option')}:nth-of-type(2) input`);
      await player.fill(`${part('variant')} textarea`, '-----BEGIN KEY-----\nMIIBVgIB\n');
    },
  },
  {
    id: 'connector-nested',
    group,
    title: 'Groups and rows',
    shows: 'Groups within groups, and a list of objects.',
    prepare: withVariables(nestedGroups),
    play: goToVariables,
  },
  {
    id: 'connector-optional',
    group,
    title: 'Thirty optional settings',
    shows: 'What most leave alone is folded; what is missing is said all the same.',
    prepare: withVariables(thirtyOptional),
    async play(player) {
      await goToVariables(player);
      await player.press(part('continue'));
      await player.find('[aria-invalid="true"]');
    },
  },
  {
    id: 'connector-oauth',
    group,
    title: 'Tokens of an application',
    shows: 'A way to sign in with its own explanation; a list that must not be empty.',
    prepare: withVariables(oauthApplication),
    play: goToVariables,
  },
  {
    id: 'connector-warehouse',
    group,
    title: 'A warehouse behind a tunnel',
    shows: 'Groups with titles, certificates of many lines, files, a default of a choice.',
    prepare: withVariables(warehouse),
    play: goToVariables,
  },
  {
    id: 'connector-windows',
    group,
    title: 'Dates, times and durations',
    shows: 'Pickers beside the text, units, periods whose end may be left off.',
    prepare: withVariables(dateWindows),
    play: goToVariables,
  },
  {
    id: 'connector-conditions',
    group,
    title: 'Fields that others bring',
    shows: 'What the destination needs; of two secrets one must be filled in.',
    prepare: withVariables(conditions),
    play: goToVariables,
  },
  {
    id: 'connector-request',
    group,
    title: 'Headers and a body',
    shows: 'A map with names of the user’s own, and values of any kind.',
    prepare: withVariables(httpRequest),
    play: goToVariables,
  },
  {
    id: 'connector-tool',
    group,
    title: 'Arguments of a tool',
    shows: 'Required fields that may be nothing; rows of one of two shapes.',
    prepare: withVariables(toolArguments),
    play: goToVariables,
  },
  {
    id: 'connector-workload',
    group,
    title: 'A workload of a cluster',
    shows: 'Values of two types, maps, rows within rows, parts without a schema.',
    prepare: withVariables(workload),
    play: goToVariables,
  },
  {
    id: 'connector-rules',
    group,
    title: 'Rules',
    shows: 'Rows with a choice within, suggestions, a setting that is no longer in use.',
    prepare: withVariables(routingRules),
    play: goToVariables,
  },
  {
    id: 'connector-documents',
    group,
    title: 'Files',
    shows: 'Images and documents as text, hints for controls, a percentage.',
    prepare: withVariables(documents),
    play: goToVariables,
  },
];
