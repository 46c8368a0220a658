/** Cells whose low voltage or resistance a soft short would explain: by their events, or because another technique asks more. */
import type { CrossCheck } from '#core/compare/checks/crossCheck.ts';
import { disagreeingChecks, suspectCells, type ConcludedFacts } from '#core/compare/concludedFacts.ts';

/** Lower than the other technique says; one that is higher is no sign of a path for electrons. */
function isTooLow({ check, numbers }: CrossCheck): boolean {
  const of = (name: string) => numbers[name] ?? NaN;
  if (check === 'intercept-change') return of('ratio') < 1;
  if (check === 'polarisation-impedance') return of('measuredHigh_mV') < of('implied_mV');
  return check === 'ohmic-floor';
}

export function cellsLikeShorts(facts: ConcludedFacts): ReadonlySet<string> {
  const tooLow = disagreeingChecks(facts).filter(isTooLow);
  return new Set([...suspectCells(facts), ...tooLow.map(({ cell }) => cell)]);
}
