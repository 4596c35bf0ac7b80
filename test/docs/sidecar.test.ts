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

/** As much of Rails as the controller uses, over a socket. */
const rails = `
require "base64"
require "json"
require "openssl"
require "socket"

class String
  def presence = empty? ? nil : self
end

class ApplicationController
  Request = Struct.new(:request_method, :fullpath, :env, :raw_post, keyword_init: true) do
    def content_type = env["CONTENT_TYPE"]
    def headers = self
  end
  attr_reader :request, :answered, :answer_headers
  def self.skip_forgery_protection = nil
  def initialize(request)
    @request, @answer_headers = request, {}
  end
  def current_user
    id = request.env["HTTP_X_TEST_USER"]
    id && Struct.new(:id).new(id)
  end
  def response = self
  def set_header(name, value)
    answer_headers[name] = value
  end
  def render(body:, status:, content_type:)
    set_header("Content-Type", content_type) if content_type
    @answered = [status, body.to_s]
  end
end

def serve(controller, port)
  server = TCPServer.new("127.0.0.1", port)
  loop do
    Thread.new(server.accept) do |socket|
      method, path = socket.gets.split
      env = {}
      while (line = socket.gets.chomp) != ""
        name, value = line.split(": ", 2)
        name = name.upcase.tr("-", "_")
        env[name.match?(/\\ACONTENT_(TYPE|LENGTH)\\z/) ? name : "HTTP_" + name] = value
      end
      raw_post = socket.read(env["CONTENT_LENGTH"].to_i)
      action = controller.new(
        ApplicationController::Request.new(request_method: method, fullpath: path, env: env, raw_post: raw_post))
      action.show
      status, body = action.answered
      socket.write("HTTP/1.1 " + status.to_s + " Answered\\r\\nConnection: close\\r\\n")
      socket.write("Content-Length: " + body.bytesize.to_s + "\\r\\n") unless status == 204
      action.answer_headers.each { |name, value| socket.write(name + ": " + value + "\\r\\n") }
      socket.write("\\r\\n" + body)
      socket.close
    end
  end
end
`;

interface Proxy {
  readonly command: string;
  /** Runs in `folder`: the program, with the page's code in it, serves at `port`. */
  writeProgram(folder: string, port: number): string;
}

const proxies: Readonly<Record<string, Proxy>> = {
  'the Django view': {
    command: 'python3',
    writeProgram: (folder, port) => {
      mkdirSync(join(folder, 'django/views/decorators'), { recursive: true });
      writeFileSync(join(folder, 'django/http.py'), django);
      const csrf = 'csrf_exempt = lambda view: view\n';
      writeFileSync(join(folder, 'django/views/decorators/csrf.py'), csrf);
      const [view = ''] = readBlocks('python');
      return `${view}\nfrom django.http import serve\nserve(onboarding, ${port})\n`;
    },
  },
  'the Rails controller': {
    command: 'ruby',
    writeProgram: (_folder, port) => {
      const [controller = ''] = readBlocks('ruby');
      return `${rails}\n${controller}\nserve(OnboardingController, ${port})\n`;
    },
  },
};

async function answers(origin: string): Promise<boolean> {
  return fetch(`${origin}/api/onboarding/integrations`).then(
    () => true,
    () => false,
  );
}

describe.each(Object.entries(proxies))('%s of docs/sidecar.md', (_, { command, writeProgram }) => {
  const isInstalled = spawnSync(command, ['--version']).status === 0;
  if (!isInstalled) process.stderr.write(`No ${command} found: its code in docs is not run.\n`);

  it.skipIf(!isInstalled)(
    'passes check-backend --write in front of the sidecar',
    async () => {
      const sidecar = await startSidecar();
      const cwd = mkdtempSync(join(tmpdir(), 'proxy-'));
      const port = await findFreePort();
      writeFileSync(join(cwd, 'main'), writeProgram(cwd, port));
      const env = { ...process.env, ONBOARDING_SECRET: secret, SIDECAR_URL: sidecar.origin };
      const child = spawn(command, ['main'], { cwd, env, stdio: 'inherit' });
      onTestFinished(() => void child.kill());
      const origin = `http://127.0.0.1:${port}`;
      await expect.poll(() => answers(origin), { timeout: 20_000 }).toBe(true);

      expect(await listNotPassed(`${publicOrigin}/api/onboarding`, passOn(origin))).toEqual([]);
    },
    60_000,
  );
});
