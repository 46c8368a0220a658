/** The thickness of a film, where the scan before is of the bare substrate. */
import { amountPhase, type AmountPhase } from '#core/xrd/amounts/amountPhase.ts';
import { substrateAttenuation, type ThicknessOutcome } from '#core/xrd/amounts/substrateAttenuation.ts';
import type { CrystalPhase } from '#core/xrd/crystalPhase.ts';
import type { WindowOptions } from '#core/xrd/compare/integrateLine.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';
import { digits } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import { withError } from '../../../text/withError.ts';
import type { ScanView } from '../useScans.ts';

const words = text.diffractionAmounts.comparison;

type ScanOptions = Omit<WindowOptions, 'others_deg'>;

export interface FilmRequest {
  readonly before: ScanView;
  readonly after: ScanView;
  readonly film: CrystalPhase;
  readonly substrate: CrystalPhase;
  /** Other phases whose lines are seen in the scan before. */
  readonly seenBefore: readonly CrystalPhase[];
  readonly radiation: Radiation;
  readonly tables: XrayTables;
  /** How lines lie and how wide they are in each scan. */
  readonly options: { readonly before: ScanOptions; readonly after: ScanOptions };
}

export interface FilmThickness {
  readonly film: string;
  readonly outcome: ThicknessOutcome;
  /** Null unless both files say them. */
  readonly times_s: { readonly before: number; readonly after: number } | null;
}

function timesOf({ before, after }: Pick<FilmRequest, 'before' | 'after'>): FilmThickness['times_s'] {
  const timeOf = ({ dataset }: ScanView) => Number(dataset.metadata['countingTime_s'] ?? NaN);
  const times = { before: timeOf(before), after: timeOf(after) };
  return times.before > 0 && times.after > 0 ? times : null;
}

/** Less than a tenth of what the film absorbs, as lithium does, hides nothing. */
const NO_FILM = 0.1;

function weakens(phase: AmountPhase, film: AmountPhase): boolean {
  return phase.mu_perCm > NO_FILM * film.mu_perCm;
}

export function filmThickness(request: FilmRequest): FilmThickness {
  const { before, after, film, substrate, seenBefore, options, ...beam } = request;
  const times_s = timesOf(request);
  const ownFilm = amountPhase(film, NaN, beam);
  const isCoated = seenBefore.some((phase) => weakens(amountPhase(phase, NaN, beam), ownFilm));
  if (isCoated) return { film: film.id, outcome: { ok: false, refusal: 'not-bare' }, times_s };
  const outcome = substrateAttenuation({
    bare: { pattern: before.pattern, options: options.before },
    coated: { pattern: after.pattern, options: options.after },
    film: ownFilm,
    substrate: amountPhase(substrate, NaN, beam),
    bareFactor: times_s ? times_s.after / times_s.before : 1,
  });
  return { film: film.id, outcome, times_s };
}

export function thicknessWords(outcome: ThicknessOutcome): string {
  if (!outcome.ok) return words.refusals[outcome.refusal];
  const { kind, thickness_um, error_um, limit95_um } = outcome.thickness;
  if (kind === 'at-least') return words.atLeast(digits(limit95_um ?? thickness_um, 2));
  if (kind === 'at-most') return words.atMost(digits(limit95_um ?? thickness_um, 2));
  return withError(thickness_um, error_um);
}

/** What the thickness rests on; nothing where none is given. */
export function thicknessNotes({ film, outcome, times_s }: FilmThickness): readonly string[] {
  if (!outcome.ok) return [];
  const times = times_s
    ? words.timesKnown(digits(times_s.before, 3), digits(times_s.after, 3))
    : words.sameTime;
  const disagreeing = outcome.thickness.linesDisagree ? [words.disagree] : [];
  return [words.assumes(film), times, ...disagreeing];
}
