/** The peaks of distributions as a table: resistances in the unit of the figure. */
import type { DrtPeak } from '#core/eis/drtResult.ts';
import { impedanceScale, type ImpedanceBasis } from '#figures/impedanceScale.ts';
import { text } from '../../../text/text.ts';
import type { ShownTable } from '../../../components/copyTable.ts';
import type { CellDrt } from '#figures/drtFigure.ts';
import { labelOf } from '#figures/cellSpectrum.ts';
import { valueWords } from '../valueWords.ts';

const { peakColumns } = text.impedanceTests;

function cellsOf({ tau_s, r_ohm, c_F }: DrtPeak, factor: number): readonly string[] {
  const frequency_Hz = 1 / (2 * Math.PI * tau_s);
  return [tau_s, frequency_Hz, r_ohm * factor, c_F].map((value) => valueWords(value, 3));
}

export function peakRows(cells: readonly CellDrt[], basis: ImpedanceBasis): ShownTable {
  const scale = impedanceScale(
    cells.map(({ spectrum }) => spectrum),
    basis,
  );
  return {
    titles: [
      text.impedance.columns.cell,
      peakColumns.tau,
      peakColumns.frequency,
      `${peakColumns.r} (${scale.unit})`,
      peakColumns.c,
    ],
    rows: cells.flatMap(({ spectrum, drt }) =>
      drt.peaks.map((peak) => [labelOf(spectrum), ...cellsOf(peak, scale.factorOf(spectrum))]),
    ),
  };
}
