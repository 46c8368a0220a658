/** Finds the peers that Debian packages, installing them where apt is there and may be used. */
import { execFileSync, spawnSync } from 'node:child_process';

const DEBIAN = '/usr/bin/python3';
/** Debian's own first: a machine's other Python seldom has its packages. */
const PYTHONS = [DEBIAN, 'python3'];

/**
 * The Python that has a module which Debian packages as python3-<name>, and the module's version; null, with one sentence
 * why on the console, where it cannot be had.
 */
export function findPeer(name) {
  const found = search(name);
  if (found) return found;
  if (mayInstall()) {
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', `python3-${name}`], {
      stdio: 'ignore',
    });
  }
  const installed = search(name);
  if (!installed)
    console.log(`python3-${name} is missing and cannot be installed here: its numbers are left out.`);
  return installed;
}

function mayInstall() {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
}

function search(name) {
  return PYTHONS.map((python) => versionOf(python, name)).find((each) => each !== null) ?? null;
}

/** The package's version, which some modules do not know of themselves; outside Debian the module's. */
function versionOf(python, name) {
  const quiet = { stdio: ['ignore', 'pipe', 'ignore'] };
  const said = `import ${name}, importlib.metadata as m; print(m.version('${name}'))`;
  const ofPackage = ['dpkg-query', ['-W', '-f', '${Version}', `python3-${name}`], quiet];
  try {
    const ofModule = execFileSync(python, ['-c', said], quiet);
    const version = python === DEBIAN ? execFileSync(...ofPackage) : ofModule;
    return { python, version: version.toString().trim() };
  } catch {
    return null;
  }
}
