/** The command line as it is built and started: worker threads come with it. */
import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ProgramRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type BuiltProgram = (...argv: readonly string[]) => Promise<ProgramRun>;

/** Builds it below `folder`; the answer runs it. */
export async function builtProgram(folder: string): Promise<BuiltProgram> {
  const outDir = join(folder, 'program');
  const configFile = join(ROOT, 'src/cli/vite.config.ts');
  await build({ configFile, root: ROOT, logLevel: 'error', build: { outDir } });
  return (...argv) =>
    new Promise((done) => {
      const program = [join(outDir, 'amalgam.mjs'), ...argv];
      const child = execFile(process.execPath, program, { maxBuffer: 1e8 }, (_, stdout, stderr) => {
        done({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });
}
