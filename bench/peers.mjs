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

/** The Python that has scipy and its version, installing Debian's where that may be done; null when there is none. */
export function findScipy() {
  const search = () => ['/usr/bin/python3', 'python3'].map(scipyOf).find((each) => each !== null);
  const found = search();
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', 'python3-scipy'], { stdio: 'ignore' });
  }
  const installed = search();
  if (!installed)
    console.log('python3-scipy is missing and cannot be installed here: its numbers are left out.');
  return installed ?? null;
}

function scipyOf(python) {
  try {
    const options = { stdio: ['ignore', 'pipe', 'ignore'] };
    const version = execFileSync(python, ['-c', 'import scipy.optimize; print(scipy.__version__)'], options);
    return { python, version: version.toString().trim() };
  } catch {
    return null;
  }
}

/** Debian's Python with a module that it packages as python3-<name>, and its version; null where it cannot be had. */
export function findDebianModule(name) {
  const found = versionOf(name);
  if (found) return found;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', `python3-${name}`], {
      stdio: 'ignore',
    });
  }
  const installed = versionOf(name);
  if (!installed)
    console.log(`python3-${name} is missing and cannot be installed here: its numbers are left out.`);
  return installed;
}

function versionOf(name) {
  const python = '/usr/bin/python3';
  const quiet = { stdio: ['ignore', 'pipe', 'ignore'] };
  try {
    execFileSync(python, ['-c', `import ${name}`], quiet);
    const version = execFileSync('dpkg-query', ['-W', '-f', '${Version}', `python3-${name}`], quiet);
    return { python, version: version.toString().trim() };
  } catch {
    return null;
  }
}
