/**
 * The sample study: every cell, what it is made of and how its files are written. All of it is simulated; the numbers
 * come from Fan et al., Adv. Mater. 2020, doi:10.1002/adma.202004798, or are marked as assumed.
 */
import {
  amalgamLiquidCell,
  bareLiquidCell,
  LIQUID_DENSITY_mAPerCm2,
  METALS,
  type SimulatedMetal,
} from './cells/liquidElectrolyteCell.ts';
import {
  amalgamSolidCell,
  bareSolidCell,
  DENSITY_mAPerCm2,
  LLTO,
  type SolidElectrolyteCell,
} from './cells/solidElectrolyteCell.ts';
import type { SimulatedRun } from './cyclingRecord.ts';
import { arbinCsv } from './formats/arbinCsv.ts';
import { ecLabCyclingBinary, ecLabSpectrumBinary } from './formats/ecLabBinary.ts';
import type { SimulatedSpectrum } from './formats/ecLabRows.ts';
import { ecLabCyclingText, ecLabSpectrumText } from './formats/ecLabText.ts';
import { newareCsv } from './formats/newareCsv.ts';
import { joinBytes } from './formats/textBytes.ts';
import { runGalvanostat, type CellModel, type SquareWaveProtocol } from './galvanostat.ts';
import { simulateSpectrum } from './impedance.ts';
import { createRandom } from './random.ts';
import { sampleScans } from './sampleScans.ts';

export interface SampleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface SampleCell {
  readonly name: string;
  readonly group: string;
  readonly files: readonly { readonly path: string; readonly state: object }[];
  readonly [field: string]: unknown;
}

const SEED = 20_200_479;
const SOLID_AREA_cm2 = 0.785;
const LIQUID_AREA_cm2 = 1.131;
const FIRST_START_ms = Date.UTC(2024, 2, 4, 9, 0, 0);
const DAY_ms = 86_400_000;
const SOURCE = 'Fan et al., Adv. Mater. 2020, doi:10.1002/adma.202004798';

type Coating = 'bare' | 'amalgam';
const COATINGS: readonly Coating[] = ['bare', 'amalgam'];

const SOLID_PROTOCOL: SquareWaveProtocol = {
  current_A: (DENSITY_mAPerCm2 * SOLID_AREA_cm2) / 1000,
  area_cm2: SOLID_AREA_cm2,
  restBefore_s: 600,
  halfCycle_s: 3600,
  restAfterCycle_s: 180,
  cycles: 250,
  voltageLimit_V: 1.5,
};
const LIQUID_PROTOCOL: SquareWaveProtocol = {
  current_A: (LIQUID_DENSITY_mAPerCm2 * LIQUID_AREA_cm2) / 1000,
  area_cm2: LIQUID_AREA_cm2,
  restBefore_s: 600,
  halfCycle_s: 3600,
  restAfterCycle_s: 120,
  cycles: 20,
  voltageLimit_V: 5,
};

type CyclingWriter = (run: SimulatedRun) => Iterable<Uint8Array>;
type SpectrumWriter = (spectrum: SimulatedSpectrum) => Iterable<Uint8Array>;

/** How a laboratory with several cyclers would have the files; the extension belongs to the way of writing. */
const CYCLING_WRITERS = {
  mprNew: { extension: 'mpr', write: (run) => ecLabCyclingBinary(run, { layout: 'new' }) },
  mprOld: { extension: 'mpr', write: (run) => ecLabCyclingBinary(run, { layout: 'old-3' }) },
  mpt: { extension: 'mpt', write: (run) => ecLabCyclingText(run, { columns: MPT_TITLES }) },
  neware: { extension: 'csv', write: (run) => newareCsv(run) },
  newareMicro: {
    extension: 'csv',
    write: (run) => newareCsv(run, { units: { current: 'uA', voltage: 'mV', capacity: 'mAs' } }),
  },
  arbin: { extension: 'csv', write: (run) => arbinCsv(run) },
} satisfies Readonly<Record<string, { extension: string; write: CyclingWriter }>>;

const MPT_TITLES = ['mode', 'Ns changes', 'Ns', 'time/s', 'control/mA', 'Ewe/V', 'half cycle', '<I>/mA'];

type CyclingWriterName = keyof typeof CYCLING_WRITERS;

const SPECTRUM_WRITERS: readonly { readonly extension: string; readonly write: SpectrumWriter }[] = [
  { extension: 'mpr', write: (spectrum) => ecLabSpectrumBinary(spectrum, { layout: 'new' }) },
  { extension: 'mpt', write: (spectrum) => ecLabSpectrumText(spectrum) },
  { extension: 'mpr', write: (spectrum) => ecLabSpectrumBinary(spectrum, { layout: 'old-2' }) },
];

interface SolidPlan {
  readonly coating: Coating;
  readonly number: number;
  readonly writer: CyclingWriterName;
  readonly cycles: number;
}

const SOLID_PLANS: readonly SolidPlan[] = [
  { coating: 'bare', number: 1, writer: 'mpt', cycles: 250 },
  { coating: 'bare', number: 2, writer: 'arbin', cycles: 250 },
  { coating: 'bare', number: 3, writer: 'mprNew', cycles: 250 },
  { coating: 'amalgam', number: 1, writer: 'mprNew', cycles: 250 },
  { coating: 'amalgam', number: 2, writer: 'neware', cycles: 120 },
  { coating: 'amalgam', number: 3, writer: 'mprOld', cycles: 200 },
];

const LIQUID_WRITERS: readonly CyclingWriterName[] = ['mpt', 'neware', 'arbin', 'mprNew', 'newareMicro'];

const electrodeName = (metal: string, coating: Coating): string =>
  coating === 'amalgam' ? `${metal}-Hg` : metal;
const fileName = (electrode: string, medium: string, number: number): string =>
  `${electrode}_${medium}_${String(number).padStart(2, '0')}`;

/** Every file of the study, `study.json` first. The same seed gives the same bytes. */
export function sampleStudy(seed: number = SEED): readonly SampleFile[] {
  const files: SampleFile[] = [];
  const cells = [
    ...SOLID_PLANS.map((plan, index) => solidCell(plan, seed + index, files)),
    ...METALS.flatMap((metal, metalIndex) =>
      COATINGS.flatMap((coating, coatingIndex) =>
        [1, 2, 3].map((number) => {
          const serial = 100 + 6 * metalIndex + 3 * coatingIndex + number;
          return liquidCell({ metal, coating, number, serial }, seed, files);
        }),
      ),
    ),
  ];
  return [studyJson(cells), ...files];
}

function studyJson(cells: readonly SampleCell[]): SampleFile {
  const study = {
    schema: 'amalgam-study',
    version: 1,
    name: 'Sample study (simulated)',
    question: 'Does an amalgam film keep metal electrodes cycling, on LLTO and in liquid electrolyte?',
    simulated: true,
    groups: [
      { id: 'bare', name: 'bare', colour: '#D55E00' },
      { id: 'amalgam', name: 'amalgam', colour: '#0072B2' },
    ],
    cells,
  };
  return { path: 'study.json', bytes: Buffer.from(JSON.stringify(study, null, 2) + '\n', 'utf8') };
}

function solidCell(plan: SolidPlan, seed: number, files: SampleFile[]): SampleCell {
  const name = fileName(electrodeName('Li', plan.coating), 'LLTO', plan.number);
  const cell = plan.coating === 'bare' ? bareSolidCell(seed) : amalgamSolidCell(seed);
  const startedAt_ms = FIRST_START_ms + (seed % 7) * DAY_ms;
  const protocol = { ...SOLID_PROTOCOL, cycles: plan.cycles };
  const cycling = addCycling({ name, folder: 'simulated-LLTO', writer: plan.writer }, files, {
    comment: comment(name, `${DENSITY_mAPerCm2} mA/cm2, half cycles of 1 h (assumed)`),
    startedAt_ms,
    area_cm2: SOLID_AREA_cm2,
    electrolyte: 'LLTO',
    records: runGalvanostat(cell.voltage, protocol),
  });
  const spectra = addSpectra({ name, cell, number: plan.number, startedAt_ms, seed }, files);
  const scans = sampleScans({ ...plan, name, startedAt_ms, seed }, SOURCE);
  files.push(...scans.map(({ path, bytes }) => ({ path, bytes })));
  return {
    name,
    group: plan.coating,
    metal: 'Li',
    kind: 'symmetric',
    coating: plan.coating === 'amalgam' ? 'Li-Hg amalgam film' : '',
    electrolyte: 'LLTO (Li0.33La0.56TiO3, composition assumed)',
    electrolyteThickness_um: LLTO.thickness_um,
    electrolyteConductivity_SPerCm: LLTO.conductivity_SPerCm,
    area_cm2: SOLID_AREA_cm2,
    temperature_K: 298.15,
    notes:
      `Simulated from the numbers of ${SOURCE}. Assumed: area (10 mm disc), 100 um of LLTO at 1 mS/cm, half cycles ` +
      'of 1 h, a limit of 1.5 V, 25 °C. The paper gives 2 mA/cm2 for bare Li on LLTO; 5 mA/cm2 is simulated for both groups. ' +
      'Scans: shares of the phases by weight assumed.',
    files: [cycling, ...spectra, ...scans.map(({ path, state }) => ({ path, state }))],
  };
}

interface LiquidPlan {
  readonly metal: SimulatedMetal;
  readonly coating: Coating;
  readonly number: number;
  /** Tells the cells' seeds and starting days apart. */
  readonly serial: number;
}

function liquidCell(plan: LiquidPlan, seed: number, files: SampleFile[]): SampleCell {
  const { metal, coating, number, serial } = plan;
  const name = fileName(electrodeName(metal, coating), 'liquid', number);
  const simulate = coating === 'bare' ? bareLiquidCell : amalgamLiquidCell;
  const voltage: CellModel = simulate(metal, seed + serial);
  const writer = LIQUID_WRITERS[serial % LIQUID_WRITERS.length] ?? 'mpt';
  // Irregular voltages would fill the log with 5 mV steps; a laboratory sets the trigger to suit.
  const logging = coating === 'bare' ? { ...LIQUID_LOGGING, deltaV_V: 0.2 } : LIQUID_LOGGING;
  const cycling = addCycling({ name, folder: 'simulated-liquid', writer }, files, {
    comment: comment(name, `${LIQUID_DENSITY_mAPerCm2} mA/cm2, half cycles of 1 h (assumed)`),
    startedAt_ms: FIRST_START_ms + (serial % 30) * DAY_ms,
    area_cm2: LIQUID_AREA_cm2,
    electrolyte: 'liquid',
    records: runGalvanostat(voltage, LIQUID_PROTOCOL, logging),
  });
  return {
    name,
    group: coating,
    metal,
    kind: 'symmetric',
    coating: coating === 'amalgam' ? `${metal}-Hg amalgam film` : '',
    electrolyte: 'liquid, composition not in the main text of the paper',
    area_cm2: LIQUID_AREA_cm2,
    temperature_K: 298.15,
    notes:
      `Simulated from the numbers of ${SOURCE}. Assumed: area (12 mm disc), half cycles of 1 h, 25 °C` +
      (coating === 'bare' ? ', size and growth of the polarisation.' : '.'),
    files: [cycling],
  };
}

const LIQUID_LOGGING = {
  start_s: [0, 0.1, 1, 5, 15, 60],
  interval_s: 240,
  deltaV_V: 0.02,
  watch_s: 20,
} as const;

function comment(name: string, protocol: string): string {
  return `SIMULATED, not measured: ${name}\n${protocol}\nafter ${SOURCE}`;
}

interface CyclingTarget {
  readonly name: string;
  readonly folder: string;
  readonly writer: CyclingWriterName;
}

function addCycling(
  { name, folder, writer }: CyclingTarget,
  files: SampleFile[],
  run: SimulatedRun,
): SampleCell['files'][number] {
  const { extension, write } = CYCLING_WRITERS[writer];
  const path = `${folder}/${name}.${extension}`;
  files.push({ path, bytes: joinBytes(write(run)) });
  return { path, state: { kind: 'unspecified' } };
}

interface SpectraTarget {
  readonly name: string;
  readonly cell: SolidElectrolyteCell;
  readonly number: number;
  readonly startedAt_ms: number;
  readonly seed: number;
}

const CYCLES_BEFORE_SECOND_SPECTRUM = 5;

/** One spectrum before cycling, one in the rest after the fifth cycle. */
function addSpectra(target: SpectraTarget, files: SampleFile[]): SampleCell['files'] {
  const { restBefore_s, halfCycle_s, restAfterCycle_s } = SOLID_PROTOCOL;
  const cycle_s = 2 * halfCycle_s + restAfterCycle_s;
  const fifth_s = restBefore_s + CYCLES_BEFORE_SECOND_SPECTRUM * cycle_s - restAfterCycle_s + 20;
  return [
    { suffix: 'PEIS_pristine', time_s: 0, at_s: -1200, state: { kind: 'pristine' } },
    {
      suffix: 'PEIS_after5',
      time_s: fifth_s,
      at_s: fifth_s,
      state: { kind: 'after-cycle', cycle: CYCLES_BEFORE_SECOND_SPECTRUM },
    },
  ].map(({ suffix, time_s, at_s, state }, index) => {
    const writer = SPECTRUM_WRITERS[(target.number - 1 + index) % SPECTRUM_WRITERS.length];
    if (!writer) throw new Error('no writer for spectra');
    const path = `simulated-impedance/${target.name}_${suffix}.${writer.extension}`;
    const spectrum: SimulatedSpectrum = {
      comment: comment(`${target.name} ${suffix}`, '1 MHz to 0.1 Hz'),
      startedAt_ms: target.startedAt_ms + 1000 * at_s,
      area_cm2: SOLID_AREA_cm2,
      electrolyte: 'LLTO',
      points: simulateSpectrum(
        target.cell.circuitAt(time_s, SOLID_AREA_cm2),
        createRandom(target.seed + 1000 + index),
      ),
    };
    files.push({ path, bytes: joinBytes(writer.write(spectrum)) });
    return { path, state };
  });
}
