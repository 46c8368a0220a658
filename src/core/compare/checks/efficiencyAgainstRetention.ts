/** A cell that loses a share 1 − CE of its metal each cycle and has no more of it would keep CEⁿ of its capacity. */
import { cannotTell, type CheckCell } from '#core/compare/checks/crossCheck.ts';
import { mainRun } from '#core/compare/cellEvidence.ts';
import { medianOf } from '#core/numeric/quantile.ts';
import { compareWords } from '#core/text/compareWords.ts';

const TOLERANCE = 0.1;

export const efficiencyAgainstRetention: CheckCell = (evidence) => {
  if (evidence.cell.kind !== 'full' && evidence.cell.kind !== 'half') return null;
  const run = mainRun(evidence);
  const complete = (run?.cycles ?? []).filter(({ coulombicEfficiency }) => coulombicEfficiency !== null);
  const capacities = complete.map(
    ({ halfCycles }) => run?.halfCycles[(halfCycles[1] ?? 0) - 1]?.capacity_mAh ?? NaN,
  );
  const [first, last] = [capacities[0], capacities.at(-1)];
  if (complete.length < 3 || first === undefined || last === undefined || !(first > 0))
    return cannotTell(compareWords.check.needsCycles());
  const efficiencies = Float64Array.from(complete, ({ coulombicEfficiency }) => coulombicEfficiency ?? NaN);
  const efficiency = medianOf(efficiencies);
  const cycles = complete.length - 1;
  const [expected, retention] = [efficiency ** cycles, last / first];
  return {
    verdict: Math.abs(retention - expected) <= TOLERANCE ? 'agrees' : 'disagrees',
    text: compareWords.check.efficiencyRetention(efficiency, cycles, [expected, retention]),
    numbers: { efficiency, cycles, expected, retention },
  };
};
