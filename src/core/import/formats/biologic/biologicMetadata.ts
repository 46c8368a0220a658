/**
 * The header of a run as metadata, the same keys from `.mpr` and `.mpt`. EC-Lab fills fields that nobody set with
 * defaults (7000 mg, 0.001 cm², a comment about an 18650 cell): these count as not set, and a warning says so.
 */
import type { Metadata } from '#core/dataset.ts';
import type { Warning } from '#core/problem.ts';

/** What a header says, before its defaults are told from entries. Null = not in the file. */
export interface BiologicHeader {
  readonly technique: string;
  /** Local wall clock without zone: `2024-01-10T11:02:29.886`. This is where `time_s` is 0. */
  readonly startedAt: string | null;
  readonly techniqueStartedAt: string | null;
  /** As the software shows it: `5`, on BT-Lab's boards `B1`. */
  readonly channel: string | null;
  readonly channelSerial: number | null;
  /** The model; only the text export names it. */
  readonly device: string | null;
  readonly deviceSerial: string | null;
  /** `EC-Lab 11.50` or `BT-Lab 1.79`. */
  readonly software: string | null;
  readonly comments: string;
  readonly electrodeMaterial: string;
  readonly electrolyte: string;
  readonly referenceElectrode: string;
  readonly activeMass_mg: number | null;
  readonly area_cm2: number | null;
  readonly batteryCapacity_mAh: number | null;
  /** Name of the `.mpr` without its folders. */
  readonly rawFile: string | null;
}

const TECHNIQUES: Readonly<Record<number, string>> = {
  0x04: 'Galvanostatic Cycling with Potential Limitation',
  0x06: 'Cyclic Voltammetry',
  0x0b: 'Open Circuit Voltage',
  0x18: 'Chronoamperometry / Chronocoulometry',
  0x19: 'Chronopotentiometry',
  0x1c: 'Wait',
  0x1d: 'Potentio Electrochemical Impedance Spectroscopy',
  0x1e: 'Galvano Electrochemical Impedance Spectroscopy',
  0x32: 'IR compensation (PEIS)',
  0x33: 'Cyclic Voltammetry Advanced',
  0x6c: 'Linear Sweep Voltammetry',
  0x75: 'Constant Voltage',
  0x76: 'Constant Current',
  0x7f: 'Modulo Bat',
  0x88: 'Battery Capacity Determination',
};

/** The technique's name as the text export has it; its number when the name is not known. */
export function techniqueName(id: number): string {
  return TECHNIQUES[id] ?? `Technique ${id}`;
}

/** What the field calls the impedance techniques; other names stay as they are. */
export function shortTechnique(name: string): string {
  return name.replace(
    /^(Potentio|Galvano) Electrochemical Impedance Spectroscopy$/i,
    (_, [initial]: string) => `${initial}EIS`,
  );
}

const BT_LAB_BOARD = 8;

/** A channel counted from 1 as the software shows it; BT-Lab names boards of eight by letters. */
export function channelName(channel: number, software: string | null): string {
  if (!software?.startsWith('BT-Lab')) return String(channel);
  const board = String.fromCharCode(65 + Math.floor((channel - 1) / BT_LAB_BOARD));
  return `${board}${((channel - 1) % BT_LAB_BOARD) + 1}`;
}

/** The software of a version: BT-Lab has come as far as 1.x, EC-Lab has long passed it. */
export function softwareName(version: string): string | null {
  if (version === '') return null;
  return `${Number.parseInt(version, 10) < 5 ? 'BT-Lab' : 'EC-Lab'} ${version}`;
}

const DEFAULT_MASSES_MG = [0.001, 7000];
const DEFAULT_AREAS_CM2 = [0.001];
const DEFAULT_COMMENT = /^Li-ion 18650 1\.35 A\.h\s*(GITT)?$/;
const RELATIVE = 1e-6;

const isOneOf = (value: number, defaults: readonly number[]) =>
  defaults.some((each) => Math.abs(value - each) <= RELATIVE * each);

export interface TrustedHeader {
  readonly metadata: Metadata;
  readonly warnings: readonly Warning[];
}

/** A number that someone entered, or null; zero and absent are silently not set, a default is warned about. */
function entered(
  value: number | null,
  defaults: readonly number[],
  warn: (value: number) => void,
): number | null {
  if (value === null || !(value > 0)) return null;
  if (!isOneOf(value, defaults)) return value;
  warn(value);
  return null;
}

/** Values are 32-bit floats in the file, some after a change of unit: six digits are what the user typed. */
function typed(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}

const textOrNull = (text: string) => (text === '' || text === '(unspecified)' ? null : text);

/** Metadata without the software's defaults, and a warning for each default left out. */
export function trustHeader(header: BiologicHeader): TrustedHeader {
  const warnings: Warning[] = [];
  const warn = (field: string, unit: string) => (value: number) => {
    warnings.push({ code: 'default-metadata', field, value: `${typed(value) ?? ''} ${unit}` });
  };
  const isDefaultComment = DEFAULT_COMMENT.test(header.comments.replace(/\s+/g, ' ').trim());
  if (isDefaultComment)
    warnings.push({ code: 'default-metadata', field: 'comments', value: header.comments });
  const metadata: Metadata = {
    vendor: 'BioLogic',
    technique: header.technique,
    startedAt: header.startedAt,
    techniqueStartedAt: header.techniqueStartedAt,
    channel: header.channel,
    channelSerial: header.channelSerial,
    device: header.device,
    deviceSerial: header.deviceSerial,
    software: header.software,
    comments: isDefaultComment ? null : textOrNull(header.comments),
    electrodeMaterial: textOrNull(header.electrodeMaterial),
    electrolyte: textOrNull(header.electrolyte),
    referenceElectrode: textOrNull(header.referenceElectrode),
    activeMass_mg: typed(
      entered(header.activeMass_mg, DEFAULT_MASSES_MG, warn('mass of active material', 'mg')),
    ),
    area_cm2: typed(entered(header.area_cm2, DEFAULT_AREAS_CM2, warn('electrode surface area', 'cm²'))),
    batteryCapacity_mAh: typed(entered(header.batteryCapacity_mAh, [], () => undefined)),
    rawFile: header.rawFile?.split(/[\\/]/).at(-1) ?? null,
  };
  return { metadata, warnings };
}
