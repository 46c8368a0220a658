/** The columns of the cell table: how a field is shown and how typed text becomes its value. */
import type { Cell, Study } from '#core/project/study.ts';
import type { CellEdit, CellPatch } from '../../../store/changes/cellChanges.ts';
import { text } from '../../../text/text.ts';

export type ParsedField =
  | { readonly ok: true; readonly patch: CellPatch; readonly groupName?: string }
  | { readonly ok: false; readonly reason: string };

export interface CellField {
  readonly id: string;
  readonly label: string;
  /** Empty for fields without a unit. */
  readonly unit: string;
  readonly width: number;
  readonly numeric: boolean;
  /** What may be typed, where the choice is limited. */
  readonly choices: readonly string[];
  readonly read: (cell: Cell, study: Study) => string;
  readonly parse: (typed: string) => ParsedField;
}

type TextField = 'name' | 'coating' | 'electrolyte' | 'notes';
type NumberField =
  | 'arealHg_mgPerCm2'
  | 'layerThickness_um'
  | 'electrolyteThickness_um'
  | 'electrolyteConductivity_SPerCm'
  | 'area_cm2'
  | 'activeMass_mg'
  | 'temperature_K';

const METALS = ['Li', 'Na', 'K', 'Zn', 'Al', 'Mg'] as const;
const KINDS = ['symmetric', 'full', 'half', 'specimen'] as const;

function textField(id: TextField, width: number): CellField {
  return {
    id,
    label: text.fields[id],
    unit: '',
    width,
    numeric: false,
    choices: [],
    read: (cell) => cell[id],
    parse: (typed) => ({ ok: true, patch: { [id]: typed.trim() } }),
  };
}

/** Decimal comma or point; exponents; nothing else, because `1,234` could be a thousand or one. */
const NUMBER = /^\+?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;

/** `0,785` can only be a decimal comma. */
function isAmbiguous(trimmed: string): boolean {
  return /^[1-9]\d{0,2},\d{3}$/.test(trimmed);
}

/** The number typed; null for an empty field; undefined when it is not a positive number. */
export function parseQuantity(typed: string): number | null | undefined {
  const trimmed = typed.trim();
  if (trimmed === '' || trimmed === '–' || trimmed === '-') return null;
  if (!NUMBER.test(trimmed) || isAmbiguous(trimmed)) return undefined;
  const value = Number(trimmed.replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

function numberField(id: NumberField, unit: string, width: number): CellField {
  return {
    id,
    label: text.fields[id],
    unit,
    width,
    numeric: true,
    choices: [],
    read: (cell) => (cell[id] === null ? '' : String(cell[id])),
    parse: (typed) => {
      const value = parseQuantity(typed);
      if (value !== undefined) return { ok: true, patch: { [id]: value } };
      const trimmed = typed.trim();
      const words = isAmbiguous(trimmed) ? text.fields.ambiguousComma : text.fields.notANumber;
      return { ok: false, reason: words(trimmed, unit) };
    },
  };
}

function choiceField<K extends 'metal' | 'kind'>(
  id: K,
  choices: readonly NonNullable<Cell[K]>[],
  width: number,
): CellField {
  return {
    id,
    label: text.fields[id],
    unit: '',
    width,
    numeric: false,
    choices,
    read: (cell) => cell[id] ?? '',
    parse: (typed) => {
      const wanted = typed.trim().toLowerCase();
      if (wanted === '') return { ok: true, patch: { [id]: null } };
      const choice = choices.find((candidate) => candidate.toLowerCase() === wanted);
      return choice === undefined
        ? { ok: false, reason: text.fields.notAChoice(typed.trim(), choices.join(', ')) }
        : { ok: true, patch: { [id]: choice } };
    },
  };
}

const group: CellField = {
  id: 'group',
  label: text.fields.group,
  unit: '',
  width: 110,
  numeric: false,
  choices: [],
  read: (cell, study) => study.groups.find(({ id }) => id === cell.groupId)?.name ?? '',
  parse: (typed) => ({ ok: true, patch: {}, groupName: typed.trim() }),
};

const exclusion: CellField = {
  id: 'exclusionReason',
  label: text.fields.exclusionReason,
  unit: '',
  width: 170,
  numeric: false,
  choices: [],
  read: (cell) => cell.exclusionReason ?? '',
  parse: (typed) => ({ ok: true, patch: { exclusionReason: typed.trim() === '' ? null : typed.trim() } }),
};

export const CELL_FIELDS: readonly CellField[] = [
  group,
  textField('name', 130),
  choiceField('metal', METALS, 64),
  choiceField('kind', KINDS, 96),
  numberField('area_cm2', 'cm²', 84),
  numberField('activeMass_mg', 'mg', 96),
  textField('coating', 110),
  numberField('arealHg_mgPerCm2', 'mg/cm²', 92),
  numberField('layerThickness_um', 'µm', 92),
  textField('electrolyte', 120),
  numberField('electrolyteThickness_um', 'µm', 110),
  numberField('electrolyteConductivity_SPerCm', 'S/cm', 110),
  numberField('temperature_K', 'K', 100),
  textField('notes', 200),
  exclusion,
];

/** One typed field as an edit of a cell (null = a new cell). */
export function fieldEdit(cellId: string | null, parsed: ParsedField & { readonly ok: true }): CellEdit {
  const { patch, groupName } = parsed;
  return groupName === undefined ? { cellId, patch } : { cellId, patch, groupName };
}
