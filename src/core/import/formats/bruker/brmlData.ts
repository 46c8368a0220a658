/**
 * `RawData*.xml` of a Bruker `.brml`: routes of `<Datum>` lines whose columns are described by `DataViews`. Each view
 * starts at a column and has a length; the axes of a scan share one view, the counter is a recorded view.
 */
import {
  numberOf,
  type DiffractionScan,
  type FileRadiation,
} from '#core/import/formats/diffraction/diffractionScan.ts';
import { readXml, type XmlElement } from '#core/import/readXml.ts';
import type { Problem } from '#core/problem.ts';

interface View {
  readonly start: number;
  readonly logicName: string;
  readonly axes: readonly string[];
  readonly counter: boolean;
}

/** Where in a line stands what. */
interface Layout {
  readonly time: number | undefined;
  readonly absorption: number | undefined;
  readonly twoTheta: number;
  readonly counts: number;
}

export interface BrmlRoute {
  readonly scan: Omit<DiffractionScan, 'label' | 'radiation'>;
  readonly radiation: FileRadiation;
}

export type BrmlOutcome =
  | { readonly ok: true; readonly routes: readonly BrmlRoute[] }
  | { readonly ok: false; readonly problem: Problem };

interface Reading {
  readonly routes: BrmlRoute[];
  readonly file: Map<string, string>;
  readonly radiation: Map<string, string>;
  views: View[];
  axes: string[];
  counter: boolean;
  logicName: string;
  lines: string[];
  problem: Problem | undefined;
}

/** Problems: those of the XML, and `missing-column` for a route without 2θ or counter. */
export function readBrmlData(xml: string): BrmlOutcome {
  const reading: Reading = {
    routes: [],
    file: new Map(),
    radiation: new Map(),
    views: [],
    axes: [],
    counter: false,
    logicName: '',
    lines: [],
    problem: undefined,
  };
  const problem = readXml(xml, (element) => {
    visit(reading, element);
  });
  const stopped = problem ?? (reading.routes.length === 0 ? reading.problem : undefined);
  if (stopped) return { ok: false, problem: stopped };
  const radiation = radiationOf(reading.radiation);
  return { ok: true, routes: reading.routes.map((route) => ({ ...route, radiation })) };
}

const FILE_FIELDS = new Set([
  'TimeStampStarted',
  'MeasurementStatus',
  'TimePerStepEffective',
  'TimePerStep',
  'ScanModeVisibleName',
]);
const RADIATION_FIELDS = new Set([
  'WaveLengthAlpha1',
  'WaveLengthAlpha2',
  'WaveLengthBeta',
  'WaveLengthRatio',
  'TubeMaterial',
]);

function visit(reading: Reading, element: XmlElement): void {
  const { name, text } = element;
  if (name === 'Datum') reading.lines.push(text);
  else if (name === 'DataRoute') takeRoute(reading);
  else if (FILE_FIELDS.has(name)) reading.file.set(name, text);
  else if (RADIATION_FIELDS.has(name)) takeRadiation(reading.radiation, element);
  else takeDescription(reading, element);
}

/** What tells the columns of a route apart, and its kind of scan. */
function takeDescription(reading: Reading, element: XmlElement): void {
  const { name, attributes } = element;
  if (name === 'FieldDefinitions') reading.axes.push(attributes.get('FieldName') ?? '');
  else if (name === 'RawDataView') takeView(reading, element);
  else if (name === 'Recording') {
    reading.logicName = attributes.get('LogicName') ?? '';
    reading.counter = attributes.get('Category') === 'Count' || reading.logicName === 'ScanCounter';
  } else if (name === 'ScanInformation') {
    const scanName = attributes.get('VisibleName') ?? attributes.get('ScanName') ?? '';
    reading.file.set('scanName', scanName.trim());
  }
}

/** The first tube that names its lines is the one in the beam. */
function takeRadiation(radiation: Map<string, string>, { name, attributes }: XmlElement): void {
  const value = attributes.get('Value');
  if (value !== undefined && !radiation.has(name)) radiation.set(name, value);
}

function takeView(reading: Reading, { attributes }: XmlElement): void {
  const start = Number(attributes.get('Start'));
  const logicName = attributes.get('LogicName') ?? reading.logicName;
  reading.views.push({ start, logicName, axes: reading.axes, counter: reading.counter });
  reading.axes = [];
  reading.counter = false;
  reading.logicName = '';
}

function layoutOf(views: readonly View[]): Layout | undefined {
  const named = (logicName: string) => views.find((view) => view.logicName === logicName)?.start;
  const axes = views.find((view) => view.axes.includes('TwoTheta'));
  const counter = views.findLast((view) => view.counter);
  if (!axes || !counter) return undefined;
  return {
    time: named('MeasuredTime'),
    absorption: named('AbsorptionFactor'),
    twoTheta: axes.start + axes.axes.indexOf('TwoTheta'),
    counts: counter.start,
  };
}

function takeRoute(reading: Reading): void {
  const { lines, views, file } = reading;
  reading.lines = [];
  reading.views = [];
  if (lines.length === 0) return;
  const layout = layoutOf(views);
  const rows = lines.map((line) => line.split(',').map(Number));
  if (!layout) {
    const found = views.flatMap(({ axes, logicName }) => [...axes, logicName]).filter(Boolean);
    reading.problem ??= { code: 'missing-column', wanted: '2θ and a counter', found: found.join(', ') };
    return;
  }
  const pick = (index: number) => Float64Array.from(rows, (row) => row[index] ?? NaN);
  const { time, absorption } = layout;
  reading.routes.push({
    radiation: {},
    scan: {
      twoTheta_deg: pick(layout.twoTheta),
      counts: pick(layout.counts),
      ...(absorption === undefined ? {} : { attenuation: pick(absorption) }),
      ...(time === undefined ? {} : { countingTimes_s: pick(time) }),
      intensityUnit: 'counts',
      countingTime_s: numberOf(file.get('TimePerStepEffective') ?? file.get('TimePerStep')),
      metadata: {
        scanAxis: file.get('scanName') ?? null,
        scanMode: file.get('ScanModeVisibleName') ?? null,
        startTime: file.get('TimeStampStarted') ?? null,
        status: file.get('MeasurementStatus') ?? null,
      },
      sources: ['TwoTheta', 'ScanCounter'],
    },
  });
}

function radiationOf(radiation: ReadonlyMap<string, string>): FileRadiation {
  return {
    anode: radiation.get('TubeMaterial') ?? null,
    kAlpha1_A: numberOf(radiation.get('WaveLengthAlpha1')),
    kAlpha2_A: numberOf(radiation.get('WaveLengthAlpha2')),
    kBeta_A: numberOf(radiation.get('WaveLengthBeta')),
    ratioKAlpha2: numberOf(radiation.get('WaveLengthRatio')),
  };
}
