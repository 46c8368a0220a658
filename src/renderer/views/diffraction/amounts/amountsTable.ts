/** Amounts of the phases of a scan, as a table: of a powder, or of a film and what lies below it. */
import type { PhaseAmounts } from '#core/xrd/amounts/phaseAmounts.ts';
import type { PhaseShare } from '#core/xrd/amounts/phaseShares.ts';
import type { WeightFraction } from '#core/xrd/rir.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import { digits } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';

const words = text.diffractionAmounts;
const NONE = '–';

function percent(fraction: WeightFraction | null): string {
  if (!fraction || Number.isNaN(fraction.weightFraction)) return NONE;
  const { weightFraction, error } = fraction;
  const share = (100 * weightFraction).toFixed(1);
  // A share of a single phase is no measurement.
  if (error === 0) return words.wholly;
  return Number.isNaN(error) ? share : words.withError(share, (100 * error).toFixed(1));
}

/** Below this share nothing more is told. */
const LEAST_SIGNAL = 1e-4;

function signalCell(share: number): string {
  return share < LEAST_SIGNAL ? words.noSignal : digits(100 * share, 3);
}

function lineCells({ line, depth }: PhaseShare): readonly string[] {
  const angle = line?.twoTheta_deg ?? depth?.twoTheta_deg;
  return [depth ? digits(depth.t99_um, 2) : NONE, angle === undefined ? NONE : angle.toFixed(2)];
}

function powderTable({ phases }: PhaseAmounts): ShownTable {
  const { phase, wholePattern, rir, depth, angle } = words.columns;
  return {
    titles: [phase, wholePattern, rir, depth, angle],
    rows: phases.map((share) => [
      share.id,
      percent(share.wholePattern),
      percent(share.rir),
      ...lineCells(share),
    ]),
  };
}

function layerTable({ phases, layer }: PhaseAmounts): ShownTable {
  const { phase, ofFilm, signal, depth, angle } = words.columns;
  return {
    titles: [phase, ofFilm, signal, depth, angle],
    rows: phases.map((share) => {
      const part = layer?.parts.find(({ id }) => id === share.id);
      const isBelow = part?.role === 'substrate';
      const seen = part?.signalShare ?? null;
      return [
        isBelow ? words.substrateRow(share.id) : share.id,
        percent(part?.filmFraction ?? null),
        seen === null ? NONE : signalCell(seen),
        ...lineCells(share),
      ];
    }),
  };
}

export function amountsTable(amounts: PhaseAmounts): ShownTable {
  return amounts.geometry.kind === 'powder' ? powderTable(amounts) : layerTable(amounts);
}
