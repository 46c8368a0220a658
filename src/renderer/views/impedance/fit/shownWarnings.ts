/** What is to be said of a kept fit now: capacitances are held against the area that the cell has today. */
import { cellWarnings, type FittedCell } from '#core/eis/cellWarnings.ts';
import type { FitResult, FitWarning } from '#core/eis/fitResult.ts';

export function shownWarnings(fit: FitResult, cell: FittedCell): readonly FitWarning[] {
  const lasting = fit.warnings.filter(({ code }) => code !== 'capacitance-class');
  return [...lasting, ...cellWarnings(fit, cell)];
}
