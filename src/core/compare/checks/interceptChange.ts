/** The electrolyte does not change by cycling its electrodes: its intercept should not either. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import { cycledSpectrum, pristineSpectrum } from '#core/compare/cellEvidence.ts';
import { compareWords } from '#core/text/compareWords.ts';

/** A change by more than this share of the first value counts. */
const CHANGED = 0.2;

export const interceptChange: CheckCell = (evidence) => {
  if (evidence.spectra.length === 0) return null;
  const before = pristineSpectrum(evidence)?.intercept;
  const after = cycledSpectrum(evidence)?.intercept;
  if (!before || !after) return cannotTell(compareWords.check.needsTwoSpectra());
  const [before_ohm, after_ohm] = [before.value_ohm, after.value_ohm];
  const ratio = after_ohm / before_ohm;
  if (before.isUpperLimit || after.isUpperLimit) return cannotTell(compareWords.check.interceptLimit());
  return {
    verdict: Math.abs(ratio - 1) <= CHANGED ? 'agrees' : 'disagrees',
    text: compareWords.check.interceptChange(before_ohm, after_ohm, CHANGED),
    numbers: { before_ohm, after_ohm, ratio },
  };
};
