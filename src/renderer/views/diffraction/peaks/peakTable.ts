/** The peaks of a scan as a table. */
import type { ExplainedPeak } from '#core/xrd/peaks/explainPeaks.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import { count, fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';

const words = text.diffractionPeaks;
const MOST_DECIMALS = 6;
const NOTHING = '–';

/** As many decimals as two digits of the error take; nothing where the fit cannot tell the value. */
export function withError(value: number, error: number): string {
  if (!Number.isFinite(value) || !(error > 0)) return NOTHING;
  const decimals = Math.min(MOST_DECIMALS, Math.max(0, 1 - Math.floor(Math.log10(error))));
  return `${fixed(value, decimals)} ± ${fixed(error, decimals)}`;
}

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
