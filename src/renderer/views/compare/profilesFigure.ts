/** Voltages of cells side by side, a panel a group; the figure says of which cells and how these were chosen. */
import type { MetricComparison } from '#core/compare/comparison.ts';
import { compareFigureWords as words } from '#core/text/compareFigureWords.ts';
import type { CellVoltage } from '#figures/cellVoltage.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { voltageTimeFigure } from '#figures/voltageTimeFigure.ts';
import { ALL_CELLS, type ProfileGroup } from './profileCells.ts';

export interface ShownProfiles {
  readonly groups: readonly ProfileGroup[];
  readonly voltages: readonly CellVoltage[];
}

export interface ProfilesLook {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  /** By whose values cells were chosen; its set is that of the cells. */
  readonly metric: MetricComparison | null;
}

function choiceWords(groups: readonly ProfileGroup[], metric: MetricComparison | null): readonly string[] {
  const single = groups.filter(({ chosen, candidates }) => chosen !== ALL_CELLS && candidates.length > 1);
  if (single.length === 0) return [];
  if (single.some(({ isByHand }) => isByHand)) return [words.chosenByHand];
  return metric ? [words.middleOf(metric.title)] : [];
}

/** Null where no voltage is read. */
export function profilesFigure({ groups, voltages }: ShownProfiles, look: ProfilesLook): Figure | null {
  if (voltages.length === 0) return null;
  const { style, simulated, metric } = look;
  const notes = [...(metric ? [metric.set] : []), ...choiceWords(groups, metric)];
  return voltageTimeFigure(voltages, { style, arrangement: 'beside', inset_h: null, simulated, notes });
}
