/**
 * Our powder patterns to 120°: `what: structures` lists what is computed, `what: pattern` computes one. `plain` leaves
 * the anomalous terms out, which the peer does not have.
 */
import { createInterface } from 'node:readline';
import { computePattern } from '#core/xrd/computePattern.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import { phaseOfEntry, type PhaseEntry } from '#core/xrd/phaseEntry.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import LiCoO2 from './LiCoO2.json';

interface Request {
  readonly what: 'structures' | 'pattern';
  readonly id: string;
  readonly plain: boolean;
  readonly repeats: number;
}

const IDS = ['Si', 'NaCl', 'LiCoO2', 'LiFePO4'];
const RANGE = { twoThetaMin_deg: 5, twoThetaMax_deg: 120 };
const radiation = radiationOf('CuKa1') ?? missing('CuKa1');
/** A wavelength that is no tube's has no anomalous terms. */
const plainRadiation: Radiation = { ...radiation, id: 'custom', anode: null };
const known = [...phaseLibrary(), phaseOfEntry(LiCoO2 as unknown as PhaseEntry)];
const phases = IDS.map((id) => known.find((phase) => phase.id === id) ?? missing(id));

function missing(what: string): never {
  throw new Error(`no ${what}`);
}

function answerTo({ what, id, plain, repeats }: Request): object {
  const wavelength_A = radiation.lines[0]?.wavelength_A;
  if (what === 'structures')
    return {
      wavelength_A,
      structures: phases.filter((phase): phase is CrystalPhase => phase.kind === 'crystal'),
    };
  const phase = phases.find((each) => each.id === id) ?? missing(id);
  const used = plain ? plainRadiation : radiation;
  const before = performance.now();
  let peaks = computePattern(phase, used, XRAY_TABLES, RANGE);
  for (let i = 1; i < repeats; i += 1) peaks = computePattern(phase, used, XRAY_TABLES, RANGE);
  const ms = (performance.now() - before) / repeats;
  return { ms, peaks: peaks.map(({ twoTheta_deg, intensity }) => [twoTheta_deg, intensity]) };
}

for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(answerTo(JSON.parse(line) as Request)));
