/** A cell that loses a share 1 − CE of its metal each cycle and has no more of it would keep CEⁿ of its capacity. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import { compareWords } from '#core/text/compareWords.ts';

const words = compareWords.check;

/** By the same formula, cycles and errors as the verdict on a full cell: `impliedRetention`. */
export const efficiencyAgainstRetention: CheckCell = ({ cell, impliedRetention: found = null }) => {
  if (cell.kind !== 'full' && cell.kind !== 'half') return null;
  // Half cells whose voltage changes sign plate from a reserve of metal: what they keep says nothing of it.
  if (found === null && cell.kind === 'half') return null;
  if (found === null || 'refused' in found) return cannotTell(words.needsCycles());
  const { efficiency, cycles, implied: expected, impliedLow, impliedHigh, measured: retention } = found;
  const numbers = { efficiency, cycles, expected, impliedLow, impliedHigh, retention };
  if (found.verdict === null) return { ...cannotTell(words.efficiencyAboveOne(efficiency)), numbers };
  return {
    verdict: found.verdict === 'agree' ? 'agrees' : 'disagrees',
    text: words.efficiencyRetention(found),
    numbers,
  };
};
