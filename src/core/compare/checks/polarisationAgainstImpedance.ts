/** The polarisation of the half cycles beside a spectrum, against j times the resistance of that spectrum. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import {
  cycledSpectrum,
  mainRun,
  pristineSpectrum,
  type SpectrumEvidence,
} from '#core/compare/cellEvidence.ts';
import type { CyclingSummary } from '#core/cycling/summariseCycling.ts';
import { compareWords } from '#core/text/compareWords.ts';

/** Fits, temperature and the time between the measurements together: differences below this share are no quarrel. */
export const TOLERANCE = 0.25;

const words = compareWords.check;

export const polarisationAgainstImpedance: CheckCell = (evidence) => {
  if (evidence.cell.kind !== 'symmetric') return null;
  const run = mainRun(evidence);
  const spectrum = cycledSpectrum(evidence) ?? pristineSpectrum(evidence);
  if (!run || !spectrum) return cannotTell(words.needsSpectrum());
  const resistance_ohm = totalResistance(spectrum);
  const neighbours = besideSpectrum(spectrum, run).flatMap((number) => run.halfCycles[number - 1] ?? []);
  if (resistance_ohm === null || neighbours.length === 0) return cannotTell(words.needsFit());
  const measured_mV = neighbours.map((half) => half.polarisation_mV);
  const implied = neighbours.map((half) => Math.abs(half.current_mA) * resistance_ohm);
  const implied_mV = Math.max(...implied);
  const [low, high] = [Math.min(...measured_mV), Math.max(...measured_mV)];
  const agrees = implied_mV >= low * (1 - TOLERANCE) && Math.min(...implied) <= high * (1 + TOLERANCE);
  return {
    verdict: agrees ? 'agrees' : 'disagrees',
    text: words.polarisationImpedance([low, high], implied_mV, resistance_ohm, TOLERANCE),
    numbers: { measuredLow_mV: low, measuredHigh_mV: high, implied_mV, resistance_ohm },
  };
};

/** Without a fitted electrolyte the intercept stands for it; without either the sum would be too small, and is none. */
function totalResistance({ interface_ohm, electrolyte_ohm, intercept }: SpectrumEvidence): number | null {
  const measured_ohm = intercept?.isUpperLimit === false ? intercept.value_ohm : null;
  const before_ohm = electrolyte_ohm?.value ?? measured_ohm;
  return interface_ohm && before_ohm !== null ? before_ohm + interface_ohm.value : null;
}

/**
 * A cycle is two half cycles: the spectrum after cycle n lies between half cycles 2n and 2n + 1. One taken at a time, counted
 * from the first half cycle, lies in the last that had begun or before the one that follows.
 */
function besideSpectrum({ state }: SpectrumEvidence, { halfCycles }: CyclingSummary): readonly number[] {
  if (state.kind === 'pristine') return [1];
  if (state.kind === 'after-cycle') return [2 * state.cycle, 2 * state.cycle + 1];
  if (state.kind !== 'at-time') return [];
  const start_s = halfCycles[0]?.startTime_s ?? NaN;
  const begun = halfCycles.filter(({ startTime_s }) => startTime_s - start_s <= state.time_s).length;
  return [begun, begun + 1];
}
