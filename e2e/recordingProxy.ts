import { createServer, request as forward, type IncomingMessage } from 'node:http';

/** One answer as it went to the browser. */
export interface Exchange {
  readonly path: string;
  /** Who the page said is signed in; `null`: it did not say. */
  readonly user: string | null;
  /** Headers and body, as text. */
  readonly text: string;
}

export interface RecordingProxy {
  readonly url: string;
  /** Oldest first, also those that are still under way. */
  exchanges(): readonly Exchange[];
  close(): Promise<void>;
}

interface Recorded extends Omit<Exchange, 'text'> {
  readonly chunks: Buffer[];
}

/**
 * Stands between the browser and a server, and keeps every byte that the browser was sent. Adds the
 * headers that `toHeaders` gives for a path.
 */
export async function startRecordingProxy(
  target: string,
  toHeaders: (path: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<RecordingProxy> {
  const recorded: Recorded[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url: path = '/' } = incoming;
    const record = { path, user: readUser(incoming), chunks: [] as Buffer[] };
    recorded.push(record);
    // The Host header stays that of the proxy: the page's own origin is the one that counts.
    const upstream = forward(new URL(path, target), { method, headers }, (answer) => {
      record.chunks.push(Buffer.from(`${answer.rawHeaders.join('\n')}\n`));
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...toHeaders(path) });
      answer.on('data', (chunk: Buffer) => record.chunks.push(chunk));
      answer.pipe(outgoing);
    });
    upstream.on('error', () => outgoing.destroy());
    outgoing.on('close', () => upstream.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    url: `http://localhost:${address.port}`,
    exchanges: () =>
      recorded.map(({ path, user, chunks }) => {
        return { path, user, text: Buffer.concat(chunks).toString('utf8') };
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readUser({ headers }: IncomingMessage): string | null {
  const user = headers['x-demo-user'];
  return typeof user === 'string' ? user : null;
}
