import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { createEmulator, exampleIds } from '../../src/emulator.js';
import { createOnboardingHandler } from '../../src/server.js';
import { createNodeListener } from '../../src/serverNode.js';

export interface PagesServer {
  /** Without a slash at the end. */
  readonly origin: string;
  /** Nothing is on any more. */
  reset(): void;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves built pages, each under its name, as a careful host does, and beside them the host API. */
export async function servePages(folders: Readonly<Record<string, string>>): Promise<PagesServer> {
  const files = readFiles(folders);
  let listener = createApiListener();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/') === true) listener(request, response);
    else send(files.get(request.url?.replace('?planted', '') ?? ''), response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    reset: () => void (listener = createApiListener()),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function createApiListener(): ReturnType<typeof createNodeListener> {
  return createNodeListener(
    createOnboardingHandler({
      basePath: '/api',
      platform: {
        organisationId: exampleIds.organisation,
        auth: { type: 'apiKey', apiKey: exampleIds.apiKey },
        fetch: createEmulator().fetch,
      },
      integrations: [
        {
          projectId: exampleIds.projects.shopifyOrders,
          environmentId: exampleIds.environments.shopifyOrders,
          name: 'Shopify orders',
        },
      ],
      identify: () => exampleIds.users.amelia,
    }),
  );
}

interface ServedFile {
  readonly type: string;
  readonly body: Buffer;
  readonly caching: string;
}

function readFiles(folders: Readonly<Record<string, string>>): ReadonlyMap<string, ServedFile> {
  const files = new Map<string, ServedFile>();
  for (const [page, folder] of Object.entries(folders)) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = types[extname(name)];
      if (type === undefined) continue;
      const isPage = name === 'index.html';
      files.set(`/${page}/${isPage ? '' : name}`, {
        type,
        body: brotliCompressSync(readFileSync(join(folder, name))),
        caching: isPage ? 'no-cache' : 'public, max-age=31536000, immutable',
      });
    }
  }
  return files;
}

function send(file: ServedFile | undefined, response: ServerResponse): void {
  if (file === undefined) {
    response.writeHead(404).end();
    return;
  }
  const { type, body, caching } = file;
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Encoding': 'br',
    'Content-Length': body.length,
    'Cache-Control': caching,
  });
  response.end(body);
}
