/** All curves of a batch as one long CSV table: a row a point, `curve` says of what. */
import type { BatchItem } from '#core/eis/batchItem.ts';
import type { BatchRow } from '#core/eis/batchTables.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { numberText, quoted } from '#core/export/csvText.ts';

const COLUMNS = [
  'frequency_Hz',
  'zRe_ohm',
  'zIm_ohm',
  'residualRe',
  'residualIm',
  'tau_s',
  'gamma_ohm',
  'gammaLower_ohm',
  'gammaUpper_ohm',
] as const;

type Curve = Partial<Readonly<Record<(typeof COLUMNS)[number], Float64Array>>>;

/**
 * The header, then the rows of one spectrum at a time. `curve` is `measured`, `fit` (with its residuals as fractions of
 * |Z|), `kramersKronig` (the residuals of the test) or `drt`.
 */
export function* batchCurvesCsv(
  identity: readonly string[],
  rows: readonly BatchRow[],
): Generator<string, void, undefined> {
  yield `${[...identity.map(quoted), 'curve', ...COLUMNS].join(',')}\n`;
  for (const { identity: values, spectrum, item } of rows) {
    if (!spectrum) continue;
    for (const [name, curve] of curvesOf(spectrum, item))
      yield curveRows([...values.map(quoted), name].join(','), curve);
  }
}

function curvesOf(spectrum: Spectrum, item: BatchItem | null): readonly (readonly [string, Curve])[] {
  const { frequency_Hz } = spectrum;
  const { fit, kramersKronig, drt } = item ?? {};
  return [
    ['measured', spectrum],
    ...(fit ? [['fit', fitCurve(frequency_Hz, fit)] as const] : []),
    ...(kramersKronig
      ? [
          [
            'kramersKronig',
            {
              frequency_Hz,
              residualRe: kramersKronig.residualRe,
              residualIm: kramersKronig.residualIm,
            },
          ] as const,
        ]
      : []),
    ...(drt ? [['drt', drtCurve(drt)] as const] : []),
  ];
}

function fitCurve(
  frequency_Hz: Float64Array,
  { fittedRe_ohm, fittedIm_ohm, residualRe, residualIm }: NonNullable<BatchItem['fit']>,
): Curve {
  return { frequency_Hz, zRe_ohm: fittedRe_ohm, zIm_ohm: fittedIm_ohm, residualRe, residualIm };
}

function drtCurve({ tau_s, gamma_ohm, lower_ohm, upper_ohm }: NonNullable<BatchItem['drt']>): Curve {
  return {
    tau_s,
    gamma_ohm,
    ...(lower_ohm && { gammaLower_ohm: lower_ohm }),
    ...(upper_ohm && { gammaUpper_ohm: upper_ohm }),
  };
}

function curveRows(prefix: string, curve: Curve): string {
  const length = (curve.frequency_Hz ?? curve.tau_s)?.length ?? 0;
  const rows = Array.from({ length }, (_, k) =>
    [prefix, ...COLUMNS.map((name) => numberText(curve[name]?.[k] ?? NaN))].join(','),
  );
  return rows.map((row) => `${row}\n`).join('');
}
