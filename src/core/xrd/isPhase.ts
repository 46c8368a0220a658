/** Whether a value from a file is a phase that a pattern can be computed of. */
import { CHEMICAL_ELEMENTS } from '#core/xrd/chemicalElements.ts';
import { operationsOf } from '#core/xrd/hallSymbol.ts';

type Fields = Readonly<Record<string, unknown>>;

const TEXTS = ['id', 'name', 'formula', 'confidence', 'source', 'notes'];
const CELL = ['a_A', 'b_A', 'c_A', 'alpha_deg', 'beta_deg', 'gamma_deg'];
const SITE = ['x', 'y', 'z', 'occupancy', 'bIso_A2'];

export function isPhase(value: unknown): boolean {
  if (!isFields(value) || !TEXTS.every((key) => typeof value[key] === 'string')) return false;
  if (value['kind'] === 'lines')
    return listOf(value['lines'], (line) => areNumbers(line, ['d_A', 'intensity']));
  if (value['kind'] === 'halo')
    return listOf(value['halos'], (halo) => areNumbers(halo, ['q_perA', 'fwhm_perA', 'relative']));
  if (value['kind'] !== 'crystal' && value['kind'] !== 'cell-only') return false;
  return isSymmetric(value) && (value['kind'] === 'cell-only' || listOf(value['sites'], isSite));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function areNumbers(value: unknown, keys: readonly string[]): boolean {
  return isFields(value) && keys.every((key) => Number.isFinite(value[key]));
}

function listOf(value: unknown, is: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(is);
}

function isSymmetric({ spaceGroup, cell, operations }: Fields): boolean {
  const texts = Array.isArray(operations) ? operations.filter((each) => typeof each === 'string') : [];
  const isComplete = Array.isArray(operations) && texts.length === operations.length;
  const isRead = isComplete && texts.length > 0 && operationsOf(texts) !== undefined;
  return typeof spaceGroup === 'string' && areNumbers(cell, CELL) && isRead;
}

function isSite(value: unknown): boolean {
  return areNumbers(value, SITE) && isFields(value) && CHEMICAL_ELEMENTS.has(String(value['element']));
}
