/** The peaks of a scan as a table. */
import type { ExplainedPeak } from '#core/xrd/peaks/explainPeaks.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import { count, fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import { withError } from '../../../text/withError.ts';

const words = text.diffractionPeaks;
const NOTHING = '–';

function joined(parts: readonly string[]): string {
  return parts.length === 0 ? NOTHING : parts.join(' + ');
}

function indices(hkl: string): string {
  return hkl === '' ? NOTHING : hkl.replaceAll('-', '−');
}

export function peakTable(peaks: readonly ExplainedPeak[]): ShownTable {
  const { columns } = words;
  return {
    titles: [
      columns.angle,
      columns.phase,
      columns.hkl,
      columns.spacing,
      columns.width,
      columns.height,
      columns.significance,
    ],
    rows: peaks.map(({ peak, explanations }) => [
      withError(peak.twoTheta_deg, peak.twoThetaError_deg),
      joined(explanations.map(({ phase }) => phase)),
      joined(explanations.map(({ hkl }) => indices(hkl))),
      withError(peak.d_A, peak.dError_A),
      withError(peak.fwhm_deg, peak.fwhmError_deg),
      count(Math.round(peak.height_counts)),
      fixed(peak.significance, 1),
    ]),
  };
}
