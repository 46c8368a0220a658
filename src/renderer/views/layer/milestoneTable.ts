/** How much charge, and how long at this current, until the film is of one phase only. */
import { layerMilestones } from '#core/layer/layerMilestones.ts';
import type { Film } from '#core/layer/layerTrajectory.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { text } from '../../text/text.ts';

const words = text.layer.columns;
const MINUTES_PER_HOUR = 60;

const shown = (value: number, digits: number): string =>
  Number.isFinite(value) ? Number(value.toPrecision(digits)).toLocaleString('en').replace('-', '−') : '–';

export function milestoneTable(film: Film, current_mAPerCm2: number): ShownTable {
  return {
    titles: [
      words.phase,
      `${words.charge} (mAh/cm²)`,
      words.time(shown(current_mAPerCm2, 3)),
      `${words.thickness} (µm)`,
    ],
    rows: layerMilestones(film).map(({ phase, charge_mAhPerCm2, thickness_um }) => [
      phase === 'L' ? text.layer.phaseL : phase,
      shown(charge_mAhPerCm2, 4),
      shown((Math.abs(charge_mAhPerCm2) / current_mAPerCm2) * MINUTES_PER_HOUR, 4),
      shown(thickness_um, 4),
    ]),
  };
}
