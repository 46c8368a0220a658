/**
 * PANalytical `.xrdml`, versions 1.x (`intensities`) and 2.x (`counts` with `beamAttenuationFactors`). Every scan
 * becomes a dataset; the positions of a scan are start and end, a list, or one for all points. The namespace differs
 * from version to version and is ignored.
 */
import type { Metadata } from '#core/dataset.ts';
import { decodeText } from '#core/import/encoding.ts';
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import {
  diffractionOutcome,
  evenAngles,
  numberOf,
  numbersIn,
  scanLabel,
  type DiffractionScan,
  type FileRadiation,
} from '#core/import/formats/diffraction/diffractionScan.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import { readXml, type XmlElement } from '#core/import/readXml.ts';
import type { Warning } from '#core/problem.ts';

/** What is known about the scan that is being read; a new one begins when the last has ended. */
interface OpenScan {
  readonly texts: Map<string, string>;
  /** Positions by axis. */
  readonly axes: Map<string, Positions>;
}

interface Positions {
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly list?: string | undefined;
  readonly common?: string | undefined;
}

interface Reading {
  readonly scans: Omit<DiffractionScan, 'label'>[];
  readonly skipped: Warning[];
  /** What the file says about sample, tube and wavelength. */
  readonly file: Map<string, string>;
  scan: OpenScan;
  positions: Map<string, string>;
}

const newScan = (): OpenScan => ({ texts: new Map(), axes: new Map() });

/** Fields of the measurement by the end of their path. */
const FILE_FIELDS: readonly (readonly [suffix: string, key: string])[] = [
  ['usedWavelength/kAlpha1', 'kAlpha1'],
  ['usedWavelength/kAlpha2', 'kAlpha2'],
  ['usedWavelength/kBeta', 'kBeta'],
  ['usedWavelength/ratioKAlpha2KAlpha1', 'ratio'],
  ['xRayTube/anodeMaterial', 'anode'],
  ['xRayTube/tension', 'tension'],
  ['xRayTube/current', 'current'],
  ['sample/id', 'sampleId'],
  ['sample/name', 'sampleName'],
  ['incidentBeamPath/radius', 'radius'],
];
const POSITION_FIELDS = new Set(['startPosition', 'endPosition', 'listPositions', 'commonPosition']);
const SCAN_FIELDS = new Set([
  'intensities',
  'counts',
  'beamAttenuationFactors',
  'commonCountingTime',
  'countingTimes',
  'startTimeStamp',
]);

function visit(reading: Reading, element: XmlElement): void {
  const { name, path, text } = element;
  if (POSITION_FIELDS.has(name)) reading.positions.set(name, text);
  else if (name === 'positions') takePositions(reading, element);
  else if (path.endsWith('/scan')) takeScan(reading, element);
  else if (path.includes('/scan/') && SCAN_FIELDS.has(name)) reading.scan.texts.set(name, text);
  else if (path.includes('/nonAmbientPoints/')) reading.scan.texts.set(`ambient ${name}`, text);
  else if (path.includes('incidentBeamPath/') && /monochromator$/iu.test(name)) {
    reading.file.set('monochromator', element.attributes.get('name') ?? name);
  } else {
    const field = FILE_FIELDS.find(([suffix]) => path.endsWith(`/${suffix}`));
    if (field) reading.file.set(field[1], text);
  }
}

function takePositions(reading: Reading, { attributes }: XmlElement): void {
  const { positions } = reading;
  reading.scan.axes.set(attributes.get('axis') ?? '', {
    start: positions.get('startPosition'),
    end: positions.get('endPosition'),
    list: positions.get('listPositions'),
    common: positions.get('commonPosition'),
  });
  reading.positions = new Map();
}

/** The position of each of `count` points, or undefined when the file does not give as many. */
function anglesOf(positions: Positions, count: number): Float64Array | undefined {
  const list = ofLength(positions.list, count);
  if (list) return list === 'uneven' ? undefined : list;
  const start = numberOf(positions.start ?? positions.common);
  const end = numberOf(positions.end ?? positions.common);
  if (start === null || end === null) return undefined;
  return evenAngles(start, count > 1 ? (end - start) / (count - 1) : 0, count);
}

function takeScan(reading: Reading, element: XmlElement): void {
  const { texts, axes } = reading.scan;
  reading.scan = newScan();
  const counts = numbersIn(texts.get('counts') ?? texts.get('intensities') ?? '');
  const twoTheta_deg = anglesOf(axes.get('2Theta') ?? {}, counts.length);
  const attenuation = ofLength(texts.get('beamAttenuationFactors'), counts.length);
  const unreadable = counts.length === 0 || !twoTheta_deg || attenuation === 'uneven';
  if (unreadable) {
    const reason =
      counts.length === 0
        ? 'it has no intensities'
        : `its ${counts.length} intensities do not go with its positions or attenuation factors`;
    const table = `Scan ${reading.scans.length + reading.skipped.length + 1}`;
    reading.skipped.push({ code: 'table-skipped', table, reason });
    return;
  }
  const countingTimes = ofLength(texts.get('countingTimes'), counts.length);
  const times_s = countingTimes === 'uneven' ? undefined : countingTimes;
  reading.scans.push({
    twoTheta_deg,
    counts,
    attenuation,
    countingTimes_s: times_s,
    radiation: radiationOf(reading.file),
    intensityUnit: 'counts',
    countingTime_s: numberOf(texts.get('commonCountingTime')),
    metadata: metadataOf(reading.file, texts, { element, axes }),
    sources: ['2Theta', texts.has('counts') ? 'counts' : 'intensities'],
  });
}

function ofLength(text: string | undefined, length: number): Float64Array | undefined | 'uneven' {
  if (text === undefined) return undefined;
  const numbers = numbersIn(text);
  return numbers.length === length ? numbers : 'uneven';
}

/** `intended` only says which line the spacings are computed with; what a tube's beam lacks, a monochromator took. */
function radiationOf(file: ReadonlyMap<string, string>): FileRadiation {
  return {
    anode: file.get('anode') ?? null,
    kAlpha1_A: numberOf(file.get('kAlpha1')),
    kAlpha2_A: numberOf(file.get('kAlpha2')),
    kBeta_A: numberOf(file.get('kBeta')),
    ratioKAlpha2: file.has('monochromator') ? 0 : numberOf(file.get('ratio')),
  };
}

interface ScanPlace {
  readonly element: XmlElement;
  readonly axes: ReadonlyMap<string, Positions>;
}

function metadataOf(
  file: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
  { element, axes }: ScanPlace,
): Metadata {
  const standing = [...axes].flatMap(([axis, { common }]) =>
    common === undefined || axis === '2Theta' ? [] : [[`position ${axis}`, numberOf(common)] as const],
  );
  const ambient = [...texts].filter(([key]) => key.startsWith('ambient '));
  return {
    scanAxis: element.attributes.get('scanAxis') ?? null,
    startTime: texts.get('startTimeStamp') ?? null,
    status: element.attributes.get('status') ?? null,
    sample: file.get('sampleName') || file.get('sampleId') || null,
    monochromator: file.get('monochromator') ?? null,
    radius_mm: numberOf(file.get('radius')),
    tubeVoltage_kV: numberOf(file.get('tension')),
    tubeCurrent_mA: numberOf(file.get('current')),
    ...Object.fromEntries(standing),
    ...Object.fromEntries(ambient),
  };
}

/** Comments and a document type may stand in front of the root. */
const LOOKED_AT = 4096;

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const reading: Reading = {
    scans: [],
    skipped: [],
    file: new Map(),
    scan: newScan(),
    positions: new Map(),
  };
  const problem = readXml(decodeText(whole.bytes, input.head.encoding), (element) => {
    visit(reading, element);
  });
  if (problem) return { ok: false, problem };
  const { scans, skipped } = reading;
  const labelled = scans.map((scan, i) => ({ ...scan, label: scanLabel(i, scans.length) }));
  if (labelled.length === 0 && skipped[0]?.code === 'table-skipped') {
    return {
      ok: false,
      problem: { code: 'malformed', what: `its scan cannot be read: ${skipped[0].reason}` },
    };
  }
  const complete = !scans.some(({ metadata }) =>
    /abort|progress|interrupt/iu.test(String(metadata?.['status'])),
  );
  return diffractionOutcome(labelled, { head: input.head, warnings: skipped, facts: { complete } });
}

export const xrdml: Format = {
  id: 'panalytical-xrdml',
  label: 'PANalytical XRDML, versions 1.x and 2.x',
  vendor: 'Malvern Panalytical',
  extensions: ['xrdml'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise: ({ text }) =>
    /^\s*</u.test(text) && /<(?:\w+:)?xrdMeasurements[\s>]/u.test(text.slice(0, LOOKED_AT)),
  parse,
};
