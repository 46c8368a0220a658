import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pathsFromArguments } from '../../src/main/pathsFromArguments.ts';

const workingDirectory = resolve('/data');

describe('files on the command line', () => {
  test('of the packaged program are all arguments but the program and the switches', () => {
    const argv = ['/opt/amalgam', '--no-first-run', 'a.mpr', '/elsewhere/b.mpt'];
    expect(pathsFromArguments(argv, { isPackaged: true, workingDirectory })).toEqual([
      resolve('/data/a.mpr'),
      resolve('/elsewhere/b.mpt'),
    ]);
  });

  test('in development begin after the folder of the project', () => {
    const argv = ['/bin/electron', '.', 'a.mpr'];
    expect(pathsFromArguments(argv, { isPackaged: false, workingDirectory })).toEqual([
      resolve('/data/a.mpr'),
    ]);
  });

  test('are none when none are named', () => {
    expect(pathsFromArguments(['/opt/amalgam'], { isPackaged: true, workingDirectory })).toEqual([]);
  });
});
