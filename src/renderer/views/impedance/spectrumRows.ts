/** The spectra as rows of a table: whose they are, what counts of them, and what was found out. */
import { fixed } from '../../text/digits.ts';
import { text } from '../../text/text.ts';
import { spectrumName, spectrumState } from './cellSpectra.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { isStale, type FitRecord } from './fit/fitRecord.ts';
import type { ImpedanceSettings } from './impedanceSettings.ts';
import type { KramersKronigOf } from './useKramersKronig.ts';
import type { SpectrumView } from './useSpectra.ts';
import { valueWords } from './valueWords.ts';

const words = text.impedance.columns;
const PERCENT = 100;

export interface SpectrumRow {
  readonly view: SpectrumView;
  readonly cells: readonly string[];
}

export const ROW_TITLES: readonly string[] = [
  words.cell,
  words.state,
  words.frequencies,
  words.points,
  words.validity,
  words.circuit,
  words.chiSquared,
];

function frequenciesOf({ used }: SpectrumView): string {
  const { frequency_Hz } = used.spectrum;
  if (frequency_Hz.length === 0) return '';
  const most = frequency_Hz.reduce((a, b) => Math.max(a, b));
  const least = frequency_Hz.reduce((a, b) => Math.min(a, b));
  return `${valueWords(most, 3)} … ${valueWords(least, 3)}`;
}

function pointsOf({ used, leftOut }: SpectrumView): string {
  const without = leftOut?.rows.length ?? 0;
  return without === 0 ? `${used.rows.length}` : words.pointsWithout(used.rows.length, without);
}

function validityOf(found: ReturnType<KramersKronigOf>): string {
  if (!found?.ok) return '';
  const { valid, noiseRms } = found.value.kramersKronig;
  const noise = fixed(noiseRms * PERCENT, 2);
  if (valid && found.value.zHit?.valid === false) return words.zHitDisagrees(noise);
  return words.validityWords(valid, noise);
}

function fitOf(record: FitRecord | undefined, view: SpectrumView, settings: ImpedanceSettings) {
  if (!record) return ['', ''];
  const stale = isStale(record, view.dataset, settings.weighting);
  return [
    stale ? words.stale(record.fit.circuit) : record.fit.circuit,
    valueWords(record.fit.chiSquared_modulus, 3),
  ];
}

export interface RowSources {
  readonly settings: ImpedanceSettings;
  readonly kramersKronigOf: KramersKronigOf;
  readonly fits: ReadonlyMap<string, FitRecord>;
}

export function spectrumRows(views: readonly SpectrumView[], sources: RowSources): readonly SpectrumRow[] {
  return views.map((view) => ({
    view,
    cells: [
      spectrumName(view),
      spectrumState(view),
      frequenciesOf(view),
      pointsOf(view),
      validityOf(sources.kramersKronigOf(view)),
      ...fitOf(sources.fits.get(view.dataset.id), view, sources.settings),
    ],
  }));
}

export function tableOfRows(rows: readonly SpectrumRow[]): ShownTable {
  return { titles: ROW_TITLES, rows: rows.map(({ cells }) => cells) };
}
