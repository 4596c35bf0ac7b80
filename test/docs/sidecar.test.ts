import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { exampleIds } from '../../src/emulator.js';
import { parseConfig } from '../../src/sidecar/parseConfig.js';
import { publicOrigin, secret, startSidecar } from '../sidecar/startSidecar.js';
import { listNotPassed, passOn } from '../support/checkOver.js';
import { findFreePort } from '../support/findFreePort.js';

const page = readFileSync('docs/sidecar.md', 'utf8');

function readBlocks(language: string): string[] {
  const pattern = new RegExp(`^\`\`\`${language}$\\n([^]*?)^\`\`\`$`, 'gm');
  return [...page.matchAll(pattern)].map(([, code = '']) => code);
}

const environment = {
  PUBLIC_ORIGIN: 'https://app.example.com',
  VERSORI_ORGANISATION_ID: exampleIds.organisation,
  VERSORI_API_KEY: 'key',
  ONBOARDING_SECRET: secret,
};

describe('docs/sidecar.md', () => {
  it('has a configuration that can be used, the same as the example’s', () => {
    const [whole = ''] = readBlocks('json');
    const example = readFileSync('examples/sidecar/onboarding.json', 'utf8');
    const shown = parseConfig(whole, environment);
    expect({ ...parseConfig(example, environment), listen: shown.listen }).toEqual(shown);
  });

  it('has a user from a JWT that can be used', () => {
    const [whole = '', user = ''] = readBlocks('json');
    const text = whole.replace(/"user": \{.*\}(?=,\n)/, `"user": ${user}`);
    expect(parseConfig(text, environment).user).toMatchObject({ from: 'jwt', claim: 'sub' });
  });

  it('names every member of the file', () => {
    const config = JSON.parse(readBlocks('json')[0] ?? '') as object;
    expect(() => parseConfig(JSON.stringify({ ...config, other: 1 }), environment)).toThrow(
      'There is no other',
    );
    const members = /There are: (.*)\./.exec(readError({ ...config, other: 1 }))?.[1] ?? '';
    const unnamed = members.split(', ').filter((name) => !page.includes(`\`${name}\``));
    expect(unnamed).toEqual([]);
  });
});

function readError(config: object): string {
  try {
    return String(parseConfig(JSON.stringify(config), environment));
  } catch (error) {
    return String(error);
  }
}

/** As much of Django as the view uses, over Python's own server. */
const django = `
import http.server, os, sys
from types import SimpleNamespace

class HttpResponse:
    def __init__(self, content, status, headers):
        self.content, self.status, self.headers = content, status, headers

def serve(view, port):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do(self):
            name = self.headers.get("X-Test-User")
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            request = SimpleNamespace(
                method=self.command, headers=self.headers, body=body,
                get_full_path=lambda: self.path,
                user=SimpleNamespace(pk=name, is_authenticated=name is not None))
            response = view(request)
            self.send_response(response.status)
            for key, value in response.headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(response.content)))
            self.end_headers()
            self.wfile.write(response.content)
        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = do
        def log_message(self, *_):
            pass
    http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
`;

const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) process.stderr.write('No python3 found: the Django view of docs is not run.\n');

describe.skipIf(!hasPython)('the Django view of docs/sidecar.md', () => {
  it('passes check-backend --write in front of the sidecar', async () => {
    const sidecar = await startSidecar();
    const folder = mkdtempSync(join(tmpdir(), 'django-'));
    mkdirSync(join(folder, 'django/views/decorators'), { recursive: true });
    writeFileSync(join(folder, 'django/http.py'), django);
    writeFileSync(
      join(folder, 'django/views/decorators/csrf.py'),
      'csrf_exempt = lambda view: view\n',
    );
    const port = await findFreePort();
    const main = `\nfrom django.http import serve\nserve(onboarding, ${port})\n`;
    writeFileSync(join(folder, 'main.py'), (readBlocks('python')[0] ?? '') + main);
    const env = { ...process.env, ONBOARDING_SECRET: secret, SIDECAR_URL: sidecar.origin };
    const child = spawn('python3', ['main.py'], { cwd: folder, env, stdio: 'inherit' });
    onTestFinished(() => void child.kill());
    const to = `http://127.0.0.1:${port}`;
    await expect
      .poll(
        () =>
          fetch(to).then(
            () => true,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);

    expect(await listNotPassed(`${publicOrigin}/api/onboarding`, passOn(to))).toEqual([]);
  }, 60_000);
});
