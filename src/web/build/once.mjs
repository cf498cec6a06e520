// Builds the client once, however many builds of the solution ask at the same moment: the first takes the lock, the others wait and
// find its stamp. Called by Web.targets; `--install-only` stops after the libraries.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const wording = join(web, '../../templates/wording');
const installed = join(web, 'node_modules/.installed');
const stamp = join(web, 'node_modules/.cache/built');
const installOnly = process.argv.includes('--install-only');
const lock = join(web, '.building');
const waitAtMost = 300_000;

const wait = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
const when = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function take() {
  for (const from = Date.now(); Date.now() - from < waitAtMost; wait(200)) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      // A build that was killed leaves its lock behind.
      if (when(lock) < Date.now() - 2000 && !alive()) rmSync(lock, { force: true });
    }
  }
  throw new Error(`another build holds ${lock}`);
}

function alive() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function run(command, ...rest) {
  const { status } = spawnSync(command, rest, { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`${command} ${rest.join(' ')} ended with ${status}`);
}

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', 'dist', 'mock', '.building'].includes(entry.name)) continue;
    const path = join(folder, entry.name);
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : when(path));
  }
  return latest;
}

function touch(path) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
}

take();
try {
  if (Math.max(when(join(web, 'package.json')), when(join(web, 'package-lock.json'))) > when(installed)) {
    run('npm', 'ci', '--no-audit', '--no-fund');
    touch(installed);
  }
  const stale = () => Math.max(newest(web), newest(wording), when(installed)) > when(stamp) || !existsSync(join(web, 'dist/floor.html'));
  if (!installOnly && stale()) {
    // A source saved while the bundle is made is newer than the stamp, and built again next time.
    const begun = new Date();
    run('npm', 'run', '--silent', 'bundle');
    touch(stamp);
    utimesSync(stamp, begun, begun);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(lock, { force: true });
}
