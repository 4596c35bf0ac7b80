import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Installs a package of Debian's, or tries to: whoever needs it looks whether it is there. One at a
 * time, since suites run at once and `apt-get update` waits for nobody.
 */
export function installPackage(name: string): void {
  const install = `apt-get update && apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends ${name}`;
  process.stderr.write(`No ${name} found; trying "${install}".\n`);
  const lock = path.join(tmpdir(), 'react-versori-onboarding.apt.lock');
  spawnSync('flock', [lock, 'sh', '-c', install], { stdio: ['ignore', 2, 2] });
}
