/** A folder of raw files with a `study.json`, opened from disk. Nothing outside of the folder is ever read. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, isAbsolute } from 'node:path';
import { parseStudyFile } from '#core/project/parseStudyFile.ts';
import type { StudyFile } from '#core/project/studyFile.ts';
import type { Problem } from '#core/problem.ts';

const DESCRIPTION = 'study.json';
/** Far more than thousands of cells need. */
const LARGEST_BYTES = 32 * 2 ** 20;

export interface StudyFolder {
  readonly directory: string;
  readonly study: StudyFile;
}

export type StudyFolderOutcome =
  | { readonly ok: true; readonly folder: StudyFolder }
  | { readonly ok: false; readonly problem: Problem };

/** `path` names the folder or the `study.json` in it. */
export async function openStudyFolder(path: string): Promise<StudyFolderOutcome> {
  const directory = basename(path) === DESCRIPTION ? dirname(path) : path;
  const description = join(directory, DESCRIPTION);
  const size = await stat(description).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return refuse({ code: 'no-study', name: basename(path) || path });
  if (size > LARGEST_BYTES) return refuse({ code: 'malformed', what: `study.json has ${size} bytes` });
  const parsed = parseStudyFile(await readFile(description, 'utf8'));
  if (!parsed.ok) return parsed;
  const problem = await leavingFile(directory, parsed.study);
  return problem ? refuse(problem) : { ok: true, folder: { directory, study: parsed.study } };
}

/** The first file that a link leads out of the folder. A file that is missing is left to its import. */
async function leavingFile(directory: string, { cells }: StudyFile): Promise<Problem | null> {
  const root = await realpath(directory);
  for (const [c, { files }] of cells.entries()) {
    for (const [f, { path }] of files.entries()) {
      const target = await realpath(join(directory, path)).catch(() => null);
      if (target === null || isInside(root, target)) continue;
      return {
        code: 'study-field',
        path: `cells[${c}].files[${f}].path`,
        reason: 'is a link out of the folder',
      };
    }
  }
  return null;
}

function isInside(root: string, target: string): boolean {
  const way = relative(root, target);
  return way !== '..' && !/^\.\.[\\/]/.test(way) && !isAbsolute(way);
}

function refuse(problem: Problem): StudyFolderOutcome {
  return { ok: false, problem };
}
