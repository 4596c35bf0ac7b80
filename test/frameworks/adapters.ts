import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import createFastify from 'fastify';
import { Hono } from 'hono';
import type { OnboardingHandler } from '../../src/server.js';
import { createNodeListener } from '../../src/serverNode.js';
import { basePath } from '../support/host.js';

/** The handler, mounted as docs/hosts.md says, and listening. */
export interface MountedHandler {
  readonly origin: string;
  close(): Promise<void>;
}

export type Mount = (handler: OnboardingHandler) => Promise<MountedHandler>;

const mountOnNode: Mount = (handler) => listen(createServer(createNodeListener(handler)));

const mountOnExpress: Mount = (handler) => {
  const app = express();
  app.use(basePath, createNodeListener(handler));
  app.use(express.json());
  return listen(createServer(app));
};

/** What a host has that installed its body parsers for everything, long before this. */
const mountOnExpressBehindParsers: Mount = (handler) => {
  const app = express();
  app.use(express.json(), express.urlencoded({ extended: true }), express.text());
  app.use(basePath, createNodeListener(handler));
  return listen(createServer(app));
};

const mountOnFastify: Mount = async (handler) => {
  const app = createFastify();
  const listener = createNodeListener(handler);
  await app.register((scope, _options, done) => {
    // The handler reads the body itself; outside of this scope Fastify's own parsers stay.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    scope.all(`${basePath}/*`, (request, reply) => {
      reply.hijack();
      listener(request.raw, reply.raw);
    });
    done();
  });
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  return { origin, close: () => app.close() };
};

const mountOnHono: Mount = (handler) => {
  const app = new Hono();
  app.all(`${basePath}/*`, (context) => handler(context.req.raw));
  return new Promise((mounted) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      mounted({
        origin: `http://127.0.0.1:${port}`,
        close: () => new Promise((closed) => void server.close(() => closed())),
      });
    });
  });
};

/** On a free port of the loopback. */
export async function listen(server: Server): Promise<MountedHandler> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Every framework that has a socket of its own. */
export const mounts: Readonly<Record<string, Mount>> = {
  'Node’s http': mountOnNode,
  'Express 5': mountOnExpress,
  'Express 5 behind its body parsers': mountOnExpressBehindParsers,
  'Fastify 5': mountOnFastify,
  Hono: mountOnHono,
};
