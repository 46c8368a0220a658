/** The polarisation of the half cycles beside a spectrum, against j times the resistance of that spectrum. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import {
  cycledSpectrum,
  mainRun,
  pristineSpectrum,
  type SpectrumEvidence,
} from '#core/compare/cellEvidence.ts';
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
  const neighbours = besideSpectrum(spectrum).flatMap((number) => run.halfCycles[number - 1] ?? []);
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

function totalResistance({ interface_ohm, electrolyte_ohm }: SpectrumEvidence): number | null {
  return interface_ohm && (electrolyte_ohm?.value ?? 0) + interface_ohm.value;
}

/** A cycle is two half cycles: the spectrum after cycle n lies between half cycles 2n and 2n + 1. */
function besideSpectrum({ state }: SpectrumEvidence): readonly number[] {
  if (state.kind === 'pristine') return [1];
  return state.kind === 'after-cycle' ? [2 * state.cycle, 2 * state.cycle + 1] : [];
}
