/** Finds the peers that Debian packages, installing them where apt is there and may be used. */
import { execFileSync, spawnSync } from 'node:child_process';

const PYTHONS = ['python3', '/usr/bin/python3'];

/** The Python that has pandas and its version, or null with one sentence why on the console. */
export function findPandas() {
  const found = PYTHONS.map(pandasOf).find((each) => each !== null);
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', 'python3-pandas'], { stdio: 'ignore' });
    return PYTHONS.map(pandasOf).find((each) => each !== null) ?? missing();
  }
  return missing();
}

function missing() {
  console.log('python3-pandas is missing and cannot be installed here: its columns stay empty.');
  return null;
}

function pandasOf(python) {
  try {
    const options = { stdio: ['ignore', 'pipe', 'ignore'] };
    const version = execFileSync(python, ['-c', 'import pandas; print(pandas.__version__)'], options);
    return { python, version: version.toString().trim() };
  } catch {
    return null;
  }
}
