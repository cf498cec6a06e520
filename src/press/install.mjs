// Called by the build: installs the packages in the lock file once, also when several builds come at the same time.
import { spawn } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const lock = join(here, '.installing');
const stamp = join(here, 'node_modules', '.installed');
const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const installed = () => changed(stamp) >= Math.max(changed(join(here, 'package.json')), changed(join(here, 'package-lock.json')));

for (;;) {
  try {
    mkdirSync(lock);
    break;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    // The builder that holds it touches it every second; ten seconds of silence and it is dead.
    if (Date.now() - changed(lock) > 10_000) {
      try { rmdirSync(lock); } catch { /* another build was faster */ }
    }
    await setTimeout(200);
  }
}
try {
  if (!installed()) await install();
} finally {
  rmdirSync(lock);
}

async function install() {
  const alive = setInterval(() => utimesSync(lock, new Date(), new Date()), 1_000);
  try {
    const npm = spawn('npm ci --no-audit --no-fund', { cwd: here, shell: true, stdio: 'inherit' });
    const code = await new Promise((resolve) => npm.on('close', resolve));
    if (code !== 0) throw new Error(`npm ci ended with ${code}`);
    writeFileSync(stamp, '');
  } finally {
    clearInterval(alive);
  }
}
