/**
 * Notes which tests touch real vendor files, so that a run can say how many did: every look at, or opening of, a file
 * below the shared folder while a test runs is that test's. Reads in worker threads and child processes are not seen,
 * so the number is a lower bound.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve, sep } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

const REAL_FILES = resolve(import.meta.dirname, '../../../shared/data') + sep;
const LOG = process.env['AMALGAM_REAL_FILES'];

/** Kept with the thread: test files share its modules, and the functions are to be wrapped once. */
interface Seen {
  touched: boolean;
}
const SEEN = Symbol.for('amalgam.realFiles');

function note(line: string): void {
  if (LOG !== undefined) fs.appendFileSync(LOG, `${line}\n`);
}

function isReal(path: unknown): path is string {
  return typeof path === 'string' && path.startsWith(REAL_FILES);
}

/** Calls through to the original and notes a real file among its arguments. */
function watch(owner: object, name: string, seen: Seen): void {
  const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
  Reflect.set(owner, name, (...args: unknown[]) => {
    const result = original.apply(owner, args);
    if (isReal(args[0])) {
      if (result === false) note(`missing\t${args[0].slice(REAL_FILES.length)}`);
      else seen.touched = true;
    }
    return result;
  });
}

function watchAll(): Seen {
  const seen: Seen = { touched: false };
  for (const name of ['existsSync', 'readFileSync', 'openSync', 'statSync']) watch(fs, name, seen);
  for (const name of ['readFile', 'open', 'stat']) watch(fs.promises, name, seen);
  syncBuiltinESMExports();
  Reflect.set(globalThis, SEEN, seen);
  return seen;
}

const seen = (Reflect.get(globalThis, SEEN) as Seen | undefined) ?? watchAll();

beforeEach(() => {
  seen.touched = false;
});

afterEach(({ task }) => {
  if (seen.touched) note(`test\t${task.id}\t${task.name}`);
});
