/** What is wrong with the description in a study file, before anything of it is believed. */
import { DOUBT_IDS, type DoubtNote } from '#core/compare/doubtNote.ts';
import type { ValueKind } from '#core/columnValues.ts';
import type { DatasetKind } from '#core/dataset.ts';
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
import { KEPT_RESULTS_VERSION, type KeptResult } from '#core/project/keptResult.ts';
import {
  CELL_KINDS,
  METALS,
  phasesCheck,
  stateCheck,
  thresholdsCheck,
} from '#core/project/parseStudyFile.ts';
import type { Cell, Group, Study } from '#core/project/study.ts';
import type {
  ArchiveDocument,
  ArchivedBlank,
  ArchivedColumn,
  ArchivedDataset,
  ArchivedImport,
} from '#core/project/studyArchive.ts';
import { RADIATION_IDS } from '#core/xrd/radiations.ts';

type Fields<T> = { readonly [K in keyof T]-?: FieldCheck };

const text = such((value) => typeof value === 'string', 'is not a text');
const flag = such((value) => typeof value === 'boolean', 'is neither true nor false');
const finite = such(Number.isFinite, 'is not a number');
const count = such(
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  'is not a whole number from 0',
);
const record = such(isRecord, 'is not an object');
const colour = such((value) => /^#[\dA-Fa-f]{6}$/.test(String(value)), 'is not a colour such as #0072B2');
const number = optional(orNull(finite));
const KINDS: readonly DatasetKind[] = ['cycling', 'impedance', 'diffraction'];
const DTYPES: readonly ValueKind[] = ['f64', 'f32', 'u32', 'u16', 'u8'];

const GROUP = { id: required(text), name: required(text), colour: required(colour) } satisfies Fields<Group>;

const DOUBT_NOTE = {
  doubt: required(oneOf(DOUBT_IDS)),
  state: required(oneOf(['answered', 'dismissed'] as const)),
  note: required(text),
} satisfies Fields<DoubtNote>;

const STUDY = {
  id: required(text),
  name: required(text),
  question: required(text),
  simulated: required(flag),
  createdAt: required(text),
  groups: required(listOf(objectOf(GROUP))),
  phases: optional(phasesCheck),
  doubtNotes: optional(listOf(objectOf(DOUBT_NOTE))),
  eventThresholds: optional(thresholdsCheck),
} satisfies Fields<Study>;

const CELL = {
  id: required(text),
  studyId: required(text),
  groupId: required(orNull(text)),
  name: required(text),
  metal: required(orNull(oneOf(METALS))),
  kind: required(orNull(oneOf(CELL_KINDS))),
  coating: required(text),
  arealHg_mgPerCm2: number,
  layerThickness_um: number,
  electrolyte: required(text),
  electrolyteThickness_um: number,
  electrolyteConductivity_SPerCm: number,
  area_cm2: number,
  activeMass_mg: number,
  temperature_K: number,
  notes: required(text),
  exclusionReason: required(orNull(text)),
  order: required(finite),
  timeZero_s: required(finite),
  trimFrom_s: number,
  trimTo_s: number,
  setCurrent_mA: number,
  salt_molPerL: number,
  saltDiffusivity_cm2PerS: number,
  cationTransference: number,
} satisfies Fields<Cell>;

/** A receipt is shown, never computed with; only what opening relies on is looked at. */
const receipt: Check = (value, path) => {
  if (!isRecord(value)) return { path, reason: 'is not an object' };
  const { file, checks, warnings, rejectedLines, ...facts } = value;
  const coded: Check = listOf(record);
  return (
    objectOf({ name: required(text), bytes: required(count), sha256: required(text) })(
      file,
      `${path}.file`,
    ) ??
    coded(checks, `${path}.checks`) ??
    coded(warnings, `${path}.warnings`) ??
    coded(rejectedLines, `${path}.rejectedLines`) ??
    text(facts['format'], `${path}.format`) ??
    count(facts['rowsRead'], `${path}.rowsRead`) ??
    record(facts['vendorUnits'], `${path}.vendorUnits`)
  );
};

const IMPORT = {
  id: required(text),
  importedAt: required(text),
  receipt: required(receipt),
} satisfies Fields<ArchivedImport>;

const COLUMN = {
  name: required(text),
  unit: required(text),
  source: required(text),
  categories: optional(listOf(text)),
  derivedBy: optional(text),
  dtype: required(oneOf(DTYPES)),
} satisfies Fields<ArchivedColumn>;

const sign = oneOf(IMPEDANCE_SIGNS);

const BLANK = {
  datasetId: required(text),
  fileName: required(text),
  contentKey: required(text),
  impedanceSign: required(sign),
  excludedRows: required(listOf(count)),
} satisfies Fields<ArchivedBlank>;

const DATASET = {
  id: required(text),
  importId: required(text),
  cellId: required(orNull(text)),
  position: required(count),
  fileName: required(text),
  kind: required(oneOf(KINDS)),
  label: required(text),
  rows: required(count),
  columns: required(listOf(objectOf(COLUMN))),
  metadata: required(record),
  breaks: optional(listOf(count)),
  state: required(stateCheck),
  contentKey: required(text),
  excludedRows: optional(listOf(count)),
  impedanceSign: optional(sign),
  radiation: optional(oneOf(RADIATION_IDS)),
  blanks: optional(objectOf({ short: optional(objectOf(BLANK)), open: optional(objectOf(BLANK)) })),
} satisfies Fields<ArchivedDataset>;

const KEPT_RESULT = {
  kind: required(text),
  datasetId: required(text),
  contentKey: required(text),
  value: required(record),
} satisfies Fields<KeptResult>;

/** Those of a newer version are left out when the study is opened, so that their form does not matter. */
const keptResults: Check = (value, path) => {
  if (!isRecord(value)) return { path, reason: 'is not an object' };
  const isKnown = value['version'] === KEPT_RESULTS_VERSION;
  const results = listOf(isKnown ? objectOf(KEPT_RESULT) : () => null);
  return objectOf({ version: required(count), results: required(results) })(value, path);
};

const DOCUMENT = {
  schema: required(text),
  version: required(count),
  study: required(objectOf(STUDY)),
  cells: required(listOf(objectOf(CELL))),
  imports: required(listOf(objectOf(IMPORT))),
  datasets: required(listOf(objectOf(DATASET))),
  kept: optional(keptResults),
} satisfies Fields<ArchiveDocument>;

/** Null when the description holds together. Schema and version are looked at before. */
export function archiveFault(document: unknown): ShapeFault | null {
  return objectOf(DOCUMENT)(document, '') ?? danglingFault(document as ArchiveDocument);
}

/** What a field alone cannot tell: identifiers that stand for something, once each. */
function danglingFault({ cells, imports, datasets }: ArchiveDocument): ShapeFault | null {
  const cellIds = new Set(cells.map(({ id }) => id));
  const importIds = new Set(imports.map(({ id }) => id));
  const datasetIds = new Set(datasets.map(({ id }) => id));
  if (cellIds.size < cells.length) return { path: 'cells', reason: 'has an identifier twice' };
  if (importIds.size < imports.length) return { path: 'imports', reason: 'has an identifier twice' };
  if (datasetIds.size < datasets.length) return { path: 'datasets', reason: 'has an identifier twice' };
  const lost = datasets.findIndex(
    ({ importId, cellId }) => !importIds.has(importId) || (cellId !== null && !cellIds.has(cellId)),
  );
  return lost < 0
    ? null
    : { path: `datasets[${lost}]`, reason: 'belongs to a cell or file that is not there' };
}
