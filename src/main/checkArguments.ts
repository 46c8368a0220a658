/**
 * What the arguments of each request must be. The contract's types hold only while the page runs its own code; main
 * looks at what really arrives before it uses any of it.
 */
import { isAbsolute } from 'node:path';
import type { ADOPT_PATHS, Requests } from '#ipc/contract.ts';

type Check = (value: unknown) => boolean;

const NAME_CHARACTERS = 1_000;
/** The most characters of one string in V8; a figure is far smaller. */
const FIGURE_CHARACTERS = 200_000_000;
const FILE_BYTES = 2 ** 31;
const DROPPED_PATHS = 20_000;
const PATH_CHARACTERS = 32_767;

const isName: Check = (value) => typeof value === 'string' && value !== '' && value.length <= NAME_CHARACTERS;
const isFigure: Check = (value) => typeof value === 'string' && value.length <= FIGURE_CHARACTERS;
const isFileContent: Check = (value) => value instanceof Uint8Array && value.byteLength <= FILE_BYTES;
const isOffset: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isAction: Check = (value) => value === 'undo' || value === 'redo';
const isPath: Check = (value) =>
  typeof value === 'string' && value.length <= PATH_CHARACTERS && !value.includes('\0') && isAbsolute(value);
const arePaths: Check = (value) =>
  Array.isArray(value) && value.length <= DROPPED_PATHS && value.every(isPath);

function isPaper(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const createdAt: unknown = Reflect.get(value, 'createdAt');
  const isDated =
    createdAt === undefined || (typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt)));
  return isDated && ['width_mm', 'height_mm'].every((key) => Number.isFinite(Reflect.get(value, key)));
}

const ARGUMENTS: Readonly<Record<keyof Requests | typeof ADOPT_PATHS, readonly Check[]>> = {
  pickFiles: [],
  sampleStudyFiles: [],
  takeOpenedFiles: [],
  importFile: [isName, isName],
  cancelImport: [isName],
  readText: [isName],
  readRange: [isName, isOffset, isOffset],
  saveFile: [isName, isFileContent],
  pdfOfSvg: [isFigure, isPaper],
  editText: [isAction],
  adoptPaths: [arePaths],
};

/** Throws when a request carries anything but what it should; says which request, not what it carried. */
export function checkArguments(request: keyof typeof ARGUMENTS, args: readonly unknown[]): void {
  const checks = ARGUMENTS[request];
  const isRight = args.length === checks.length && checks.every((check, i) => check(args[i]));
  if (!isRight) throw new TypeError(`The request ${request} came with arguments it cannot have.`);
}
