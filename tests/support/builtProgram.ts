/** The command line as it is built and started: worker threads come with it. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { threadId } from 'node:worker_threads';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ProgramRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type BuiltProgram = (...argv: readonly string[]) => Promise<ProgramRun>;

let built: Promise<string> | undefined;

/** Builds it where the results of tests go, once for all tests of this worker, from the sources as they are now. */
async function buildOnce(): Promise<string> {
  const outDir = join(ROOT, 'test-results', `program-${process.pid}-${threadId}`);
  const configFile = join(ROOT, 'src/cli/vite.config.ts');
  await build({ configFile, root: ROOT, logLevel: 'error', build: { outDir } });
  return join(outDir, 'amalgam.mjs');
}

export async function builtProgram(): Promise<BuiltProgram> {
  built ??= buildOnce();
  const program = await built;
  return (...argv) =>
    new Promise((done) => {
      const command = [program, ...argv];
      const child = execFile(process.execPath, command, { maxBuffer: 1e8 }, (_, stdout, stderr) => {
        done({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });
}
