import { toProjectAnswer, toTemplateAnswer } from '../answers.js';
import { listTemplates, readProject, readProjectEnvironment } from '../lookup.js';
import type { Operation } from '../operation.js';
import { toPage } from '../paging.js';

export const projectOperations: readonly Operation[] = [
  {
    name: 'ListProjects',
    method: 'GET',
    path: '/o/{organisation_id}/projects',
    run(call) {
      const page = toPage(call.data.projects, call.query);
      return { status: 200, body: { ...page, items: page.items.map(toProjectAnswer) } };
    },
  },
  {
    name: 'GetProject',
    method: 'GET',
    path: '/o/{organisation_id}/projects/{project_id}',
    run(call) {
      return { status: 200, body: toProjectAnswer(readProject(call)) };
    },
  },
  {
    name: 'GetProjectVariablesSchema',
    method: 'GET',
    path: '/o/{organisation_id}/projects/{project_id}/variables',
    run(call) {
      return { status: 200, body: readProject(call).dynamicVariablesSchema };
    },
  },
  {
    // Paging is documented for ListConnections alone, so every template comes at once.
    name: 'ListProjectConnectionTemplates',
    method: 'GET',
    path: '/o/{organisation_id}/projects/{project_id}/connection-templates',
    run(call) {
      const environment = readProjectEnvironment(call);
      const items = listTemplates(call.data, environment.id).map(toTemplateAnswer);
      return { status: 200, body: { totalCount: items.length, items } };
    },
  },
];
