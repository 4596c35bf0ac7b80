import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createNodeListener } from 'react-versori-onboarding/server/node';
import sirv from 'sirv';
import { createDemoBackend } from './backend.js';
import type { Worlds } from './host/emulatedBackend.js';
import type { Environment } from './host/readSettings.js';

export interface DemoServerOptions {
  /** Default: any free one. */
  readonly port?: number;
  /** Default: none, so the emulated platform. */
  readonly env?: Environment;
  /** Prints what is the host's or the platform's fault, in one line. Default: `console.error`. */
  readonly report?: (line: string) => void;
}

export interface DemoServer {
  /** Origin, without a slash at the end. */
  readonly url: string;
  readonly announcement: string;
  /** Direct access to the platforms behind the page, for tests. */
  readonly worlds: Worlds;
  close(): Promise<void>;
}

/** The strict policy of README: nothing inline, nothing from another origin. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

/** Serves the built demo (`npm run build:demo` makes it) with its backend, under a strict policy. */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const { port = 0, env = {}, report } = options;
  const backend = createDemoBackend(env, report);
  const folder = fileURLToPath(new URL('../../dist-demo', import.meta.url));
  const serveFile = sirv(folder, {
    brotli: true,
    setHeaders(response, path) {
      // The names of what is built change with its content.
      const isBuilt = path.startsWith('/assets/');
      const caching = isBuilt ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', caching);
    },
  });
  const serveBackend = createNodeListener(async (request) => {
    return (await backend.fetch(request)) ?? new Response('Not found', { status: 404 });
  });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.url?.startsWith('/demo-api/') === true) {
      serveBackend(request, response);
      return;
    }
    if (/^\/(\?|$)/.test(request.url ?? '')) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(markAsServed(readFileSync(`${folder}/index.html`, 'utf8')));
      return;
    }
    serveFile(request, response, () => {
      response.writeHead(404).end('Not found');
    });
  });
  return {
    url: await listen(server, port),
    announcement: backend.announcement,
    worlds: backend.worlds,
    close: () => close(server),
  };
}

/** Built, the page has its backend in itself; here it is to ask the server. */
function markAsServed(html: string): string {
  return html.replace('name="demo-backend" content="page"', 'name="demo-backend" content="server"');
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const used = typeof address === 'object' ? address?.port : undefined;
      resolve(`http://localhost:${used ?? port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    // Pages keep connections open, so closing them lets the server stop.
    server.closeAllConnections();
  });
}

/** `.env` beside package.json is optional: without it the demo runs on the emulated platform. */
function loadEnvFile(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isAbsent) throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  loadEnvFile();
  const port = Number(process.env['PORT'] ?? 4173);
  const { url, announcement } = await startDemoServer({ port, env: process.env });
  console.log(`Open ${url}/: ${announcement}`);
}
