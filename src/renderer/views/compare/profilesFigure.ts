/** Voltages of cells side by side, a panel a group; the figure says of which cells and how these were chosen. */
import type { MetricComparison } from '#core/compare/comparison.ts';
import { compareFigureWords as words } from '#core/text/compareFigureWords.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { halfCycleProfilesFigure } from '#figures/halfCycleProfilesFigure.ts';
import { voltageTimeFigure } from '#figures/voltageTimeFigure.ts';
import { ALL_CELLS, type ProfileGroup } from './profileCells.ts';
import type { ProfileVoltages } from './profileVoltages.ts';

export interface ShownProfiles extends ProfileVoltages {
  readonly groups: readonly ProfileGroup[];
  /** Null = whole runs. */
  readonly halfCycle: number | null;
}

export interface ProfilesLook {
  readonly style: FigureStyle;
  readonly simulated: boolean;
  /** By whose values cells were chosen; its set is that of the cells. */
  readonly metric: MetricComparison | null;
  /** One scale for all groups, or one that fits each. */
  readonly sharesVoltage: boolean;
}

function choiceWords(groups: readonly ProfileGroup[], metric: MetricComparison | null): readonly string[] {
  const single = groups.filter(({ chosen, candidates }) => chosen !== ALL_CELLS && candidates.length > 1);
  if (single.length === 0) return [];
  if (single.some(({ isByHand }) => isByHand)) return [words.chosenByHand];
  return metric ? [words.middleOf(metric.title)] : [];
}

/** A cell of several files has a half cycle of that number in each. */
function countWords({ groups, halfCycle }: ShownProfiles): readonly string[] {
  const hasSeveral = groups.some(({ runs }) => new Set(runs.map(({ cell }) => cell.id)).size < runs.length);
  return halfCycle !== null && hasSeveral ? [words.countedInFiles] : [];
}

/** Null where no voltage is read. */
export function profilesFigure(shown: ShownProfiles, look: ProfilesLook): Figure | null {
  const { groups, voltages, halfCycle, lacks } = shown;
  if (voltages.length === 0) return null;
  const { style, simulated, metric, sharesVoltage } = look;
  const notes = [
    ...(metric ? [metric.set] : []),
    ...choiceWords(groups, metric),
    ...countWords(shown),
    ...lacks,
    ...(sharesVoltage || new Set(voltages.map(({ group }) => group)).size < 2 ? [] : [words.ownScales]),
  ];
  const options = { style, simulated, notes, sharesVoltage };
  if (halfCycle !== null) return halfCycleProfilesFigure(voltages, { ...options, halfCycle });
  return voltageTimeFigure(voltages, { ...options, arrangement: 'beside', inset_h: null });
}
