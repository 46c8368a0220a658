/** Rigaku `.rasx`: an archive with a profile and its conditions in `Data0`, `Data1` … for each scan. */
import { decodeText } from '#core/import/encoding.ts';
import type { FileInput, Format, ParseOutcome } from '#core/import/format.ts';
import { diffractionOutcome, scanLabel } from '#core/import/formats/diffraction/diffractionScan.ts';
import { numberedLines, rejectionFacts } from '#core/import/formats/diffraction/pointRows.ts';
import { readWhole } from '#core/import/formats/diffraction/readWhole.ts';
import {
  rigakuProfile,
  type RigakuCondition,
  type RigakuConditions,
  type RigakuProfile,
} from '#core/import/formats/rigaku/rigakuScan.ts';
import { readXml } from '#core/import/readXml.ts';
import { readZip } from '#core/import/readZip.ts';
import { zipHolds } from '#core/import/zipHolds.ts';
import type { Problem } from '#core/problem.ts';

const PROFILE = /(?:^|\/)Data(\d+)\/Profile\d*\.txt$/iu;
// The software writes "Mesurement"; a later one may not.
const CONDITIONS = /(?:^|\/)Data(\d+)\/Mea?surementConditions\d*\.xml$/iu;

const FIELDS: ReadonlyMap<string, RigakuCondition> = new Map([
  ['TargetName', 'anode'],
  ['WavelengthKalpha1', 'kAlpha1'],
  ['WavelengthKalpha2', 'kAlpha2'],
  ['WavelengthKbeta', 'kBeta'],
  ['WaveType', 'waveType'],
  ['SampleName', 'sample'],
  ['Comment', 'comment'],
  ['ScanInformation/IntensityUnit', 'intensityUnit'],
  ['ScanInformation/Speed', 'speed'],
  ['ScanInformation/SpeedUnit', 'speedUnit'],
  ['ScanInformation/Step', 'step'],
  ['ScanInformation/AxisName', 'axis'],
  ['ScanInformation/Mode', 'mode'],
  ['ScanInformation/StartTime', 'startTime'],
]);

type Conditions =
  | { readonly ok: true; readonly conditions: RigakuConditions }
  | { readonly ok: false; readonly problem: Problem };

function readConditions(member: Uint8Array | undefined): Conditions {
  const conditions: RigakuConditions = {};
  if (!member) return { ok: true, conditions };
  const problem = readXml(decodeText(member, 'utf-8'), ({ name, path, text }) => {
    const parent = path.split('/').at(-2) ?? '';
    const field = FIELDS.get(name) ?? FIELDS.get(`${parent}/${name}`);
    if (field && text !== '') conditions[field] ??= text;
  });
  return problem ? { ok: false, problem } : { ok: true, conditions };
}

type Profiles =
  | { readonly ok: true; readonly profiles: readonly RigakuProfile[] }
  | { readonly ok: false; readonly problem: Problem };

function readProfiles(members: ReadonlyMap<string, Uint8Array>): Profiles {
  const numbered = (pattern: RegExp) =>
    new Map(
      [...members].flatMap(([name, bytes]) => {
        const place = pattern.exec(name)?.[1];
        return place === undefined ? [] : [[Number(place), bytes] as const];
      }),
    );
  const conditions = numbered(CONDITIONS);
  const profiles: RigakuProfile[] = [];
  for (const [place, bytes] of [...numbered(PROFILE)].sort(([a], [b]) => a - b)) {
    const read = readConditions(conditions.get(place));
    if (!read.ok) return read;
    profiles.push(rigakuProfile(numberedLines(decodeText(bytes, 'utf-8')), read.conditions));
  }
  return { ok: true, profiles };
}

async function parse(input: FileInput): Promise<ParseOutcome> {
  const whole = await readWhole(input);
  if (!whole.ok) return whole;
  const zip = readZip(whole.bytes, (name) => PROFILE.test(name) || CONDITIONS.test(name));
  if (!zip.ok) return zip;
  const read = readProfiles(zip.members);
  if (!read.ok) return read;
  const { profiles } = read;
  const scans = profiles.map(({ scan }, i) => ({ ...scan, label: scanLabel(i, profiles.length) }));
  const rows = scans.reduce((sum, { counts }) => sum + counts.length, 0);
  const rejected = profiles.flatMap((each) => each.rows.rejected);
  return diffractionOutcome(scans, {
    head: input.head,
    facts: { delimiter: '\t', ...rejectionFacts(rejected, rows) },
  });
}

export const rasx: Format = {
  id: 'rigaku-rasx',
  label: 'Rigaku RASX',
  vendor: 'Rigaku',
  extensions: ['rasx'],
  techniques: 'diffraction',
  parserVersion: 1,
  recognise: (head) => zipHolds(head, /Data\d+\/(?:Profile\d|Mea?surementConditions)/u),
  parse,
};
