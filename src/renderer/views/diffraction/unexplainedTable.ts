/** Peaks that no phase explains, as a table. */
import type { Identification } from '#core/xrd/identification.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { text } from '../../text/text.ts';

const words = text.diffraction.columns;

export function unexplainedTable({ unexplainedPeaks }: Identification): ShownTable {
  return {
    titles: [`${words.angle} (°)`, `${words.spacing} (Å)`, words.relative],
    rows: unexplainedPeaks.map(({ twoTheta_deg, d_A, relativeIntensity }) => [
      twoTheta_deg.toFixed(3),
      d_A.toFixed(4),
      relativeIntensity.toFixed(1),
    ]),
  };
}
