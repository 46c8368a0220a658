/** Reads the text of a `study.json`; what is wrong with it is told by line, or by the place in the document. */
import { areThresholds } from '#core/cycling/events/thresholdLimits.ts';
import { IMPEDANCE_SIGNS } from '#core/eis/applyImpedanceSign.ts';
import {
  isRecord,
  listOf,
  objectOf,
  oneOf,
  optional,
  orNull,
  required,
  such,
  type Check,
  type FieldCheck,
  type ShapeFault,
} from '#core/project/checkShape.ts';
import { jsonFault } from '#core/project/jsonFault.ts';
import type { CellKind, Group, Metal, StateTag } from '#core/project/study.ts';
import type { StudyFile, StudyFileCell, StudyFileEntry } from '#core/project/studyFile.ts';
import type { Problem } from '#core/problem.ts';
import { isPhase } from '#core/xrd/isPhase.ts';

export type StudyFileOutcome =
  | { readonly ok: true; readonly study: StudyFile }
  | { readonly ok: false; readonly problem: Problem };

const text = such((value) => typeof value === 'string', 'is not a text');
const name = such(
  (value) => typeof value === 'string' && value.trim() !== '',
  'is not a text with a letter in it',
);
const flag = such((value) => typeof value === 'boolean', 'is neither true nor false');
const finite = such(Number.isFinite, 'is not a number');
const positive = such((value) => Number.isFinite(value) && Number(value) > 0, 'is not a number above 0');
const transference = such(
  (value) => Number.isFinite(value) && Number(value) > 0 && Number(value) <= 1,
  'is not a number above 0 and at most 1',
);
const notNegative = such((value) => Number.isFinite(value) && Number(value) >= 0, 'is not a number from 0');
const count = such((value) => Number.isInteger(value) && Number(value) >= 0, 'is not a whole number from 0');
const colour = such((value) => /^#[\dA-Fa-f]{6}$/.test(String(value)), 'is not a colour such as #0072B2');
const date = such(
  (value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value) && !Number.isNaN(Date.parse(value)),
  'is not a date such as 2026-05-04',
);

export const METALS: readonly Metal[] = ['Li', 'Na', 'K', 'Zn', 'Al', 'Mg'];
export const CELL_KINDS: readonly CellKind[] = ['symmetric', 'full', 'half', 'specimen'];

/** Paths are relative, with forward slashes, and stay in the folder. */
const pathInside = such(
  (value) =>
    typeof value === 'string' &&
    value !== '' &&
    !/[\\\0]|^[A-Za-z]:/.test(value) &&
    !value.startsWith('/') &&
    !value.split('/').includes('..'),
  'is not a path inside the folder, written with forward slashes',
);

const STATES: Readonly<Record<StateTag['kind'], Readonly<Record<string, FieldCheck>>>> = {
  unspecified: {},
  pristine: {},
  'after-cycle': { cycle: required(count) },
  'at-time': { time_s: required(finite) },
};

export const stateCheck: Check = (value, path) => {
  const kind = isRecord(value) ? value['kind'] : undefined;
  const known = oneOf(Object.keys(STATES))(kind, `${path}.kind`);
  if (!isRecord(value) || known) return isRecord(value) ? known : { path, reason: 'is not an object' };
  return objectOf({ kind: required(text), ...STATES[kind as StateTag['kind']] })(value, path);
};

const GROUP = { id: required(name), name: required(name), colour: required(colour) } satisfies Fields<Group>;

const FILE = {
  path: required(pathInside),
  state: required(stateCheck),
  excludedRows: optional(listOf(count)),
  impedanceSign: optional(oneOf(IMPEDANCE_SIGNS)),
} satisfies Fields<StudyFileEntry>;

const CELL = {
  name: required(name),
  group: required(text),
  files: required(listOf(objectOf(FILE))),
  metal: optional(orNull(oneOf(METALS))),
  kind: optional(orNull(oneOf(CELL_KINDS))),
  coating: optional(text),
  arealHg_mgPerCm2: optional(orNull(notNegative)),
  layerThickness_um: optional(orNull(notNegative)),
  electrolyte: optional(text),
  electrolyteThickness_um: optional(orNull(positive)),
  electrolyteConductivity_SPerCm: optional(orNull(positive)),
  area_cm2: optional(orNull(positive)),
  activeMass_mg: optional(orNull(positive)),
  temperature_K: optional(orNull(positive)),
  notes: optional(text),
  exclusionReason: optional(orNull(name)),
  timeZero_s: optional(finite),
  trimFrom_s: optional(orNull(finite)),
  trimTo_s: optional(orNull(finite)),
  setCurrent_mA: optional(orNull(positive)),
  salt_molPerL: optional(orNull(positive)),
  saltDiffusivity_cm2PerS: optional(orNull(positive)),
  cationTransference: optional(orNull(transference)),
} satisfies Fields<StudyFileCell>;

/** Of a study's own; also in the study files of the program. */
export const phasesCheck = such(
  (value) => Array.isArray(value) && value.every(isPhase),
  'is no list of phases',
);
export const thresholdsCheck = such(areThresholds, 'has a threshold of events that cannot be used');

type Fields<T> = { readonly [K in keyof T]-?: FieldCheck };

const STUDY = {
  schema: required(oneOf(['amalgam-study'])),
  version: required(such((value) => value === 1, 'is not 1, the only version this program knows')),
  name: required(name),
  question: required(text),
  simulated: required(flag),
  date: optional(date),
  groups: required(listOf(objectOf(GROUP))),
  cells: required(listOf(objectOf(CELL))),
  phases: optional(phasesCheck),
  eventThresholds: optional(thresholdsCheck),
} satisfies Fields<StudyFile>;

/** A byte order mark is passed over. */
export function parseStudyFile(json: string): StudyFileOutcome {
  const plain = json.replace(/^\uFEFF/, '');
  const fault = jsonFault(plain);
  if (fault) return refuse({ code: 'not-json', line: fault.line, found: fault.found });
  const document: unknown = JSON.parse(plain);
  const wrong = objectOf(STUDY)(document, '') ?? crossFault(document as StudyFile);
  return wrong ? refuse({ code: 'study-field', ...wrong }) : { ok: true, study: document as StudyFile };
}

/** What a field alone cannot tell: groups that are there, once each. */
function crossFault({ groups, cells }: StudyFile): ShapeFault | null {
  const twice = groups.findIndex(({ id }, at) => groups.findIndex((other) => other.id === id) < at);
  if (twice >= 0) return { path: `groups[${twice}].id`, reason: 'is that of another group too' };
  const lost = cells.findIndex(
    ({ group }) => group !== '' && !groups.some(({ id, name }) => id === group || name === group),
  );
  return lost < 0 ? null : { path: `cells[${lost}].group`, reason: 'names no group of this study' };
}

function refuse(problem: Problem): StudyFileOutcome {
  return { ok: false, problem };
}
