/** Takes the impedance of leads (short) and of the open holder, measured apart, out of a spectrum. */
import type { Spectrum } from '#core/eis/spectrum.ts';

export type BlankOutcome =
  | { readonly ok: true; readonly spectrum: Spectrum }
  | {
      readonly ok: false;
      /** Frequencies of the spectrum outside those of the blank: nothing is extrapolated. */
      readonly outside_Hz: readonly number[];
    };

/** Measured apart in the same holder; what is missing is not corrected. */
export interface Blanks {
  readonly short?: Spectrum | undefined;
  readonly open?: Spectrum | undefined;
}

interface Complex {
  readonly re: number;
  readonly im: number;
}

/** Z = Zmeasured − Zshort at each frequency, the blank interpolated linearly in log f. */
export function subtractShort(spectrum: Spectrum, short: Spectrum): BlankOutcome {
  return corrected(spectrum, short, (z, blank) => ({ re: z.re - blank.re, im: z.im - blank.im }));
}

/** 1/Z = 1/Zmeasured − 1/Zopen: the stray path lies in parallel with the cell. */
export function subtractOpen(spectrum: Spectrum, open: Spectrum): BlankOutcome {
  return corrected(spectrum, open, (z, blank) => {
    const [y, stray] = [reciprocal(z), reciprocal(blank)];
    return reciprocal({ re: y.re - stray.re, im: y.im - stray.im });
  });
}

/**
 * Leads first, then the stray path, whose measurement went through the same leads:
 * Y = 1/(Zmeasured − Zshort) − 1/(Zopen − Zshort).
 */
export function subtractBlanks(spectrum: Spectrum, { short, open }: Blanks): BlankOutcome {
  const withoutLeads = (measured: Spectrum) =>
    short ? subtractShort(measured, short) : ({ ok: true, spectrum: measured } as const);
  const cell = withoutLeads(spectrum);
  if (!cell.ok || !open) return cell;
  const atSameFrequencies = corrected(spectrum, open, (_, blank) => blank);
  if (!atSameFrequencies.ok) return atSameFrequencies;
  const stray = withoutLeads(atSameFrequencies.spectrum);
  return stray.ok ? subtractOpen(cell.spectrum, stray.spectrum) : stray;
}

function reciprocal({ re, im }: Complex): Complex {
  const square = re * re + im * im;
  return { re: re / square, im: -im / square };
}

function corrected(
  { frequency_Hz, zRe_ohm, zIm_ohm }: Spectrum,
  blank: Spectrum,
  correct: (z: Complex, blank: Complex) => Complex,
): BlankOutcome {
  const order = [...blank.frequency_Hz.keys()].sort(
    (a, b) => (blank.frequency_Hz[a] ?? 0) - (blank.frequency_Hz[b] ?? 0),
  );
  const found = Array.from(frequency_Hz, (f) => blankAt(blank, order, f));
  const outside_Hz = [...frequency_Hz].filter((_, k) => !found[k]);
  if (outside_Hz.length > 0) return { ok: false, outside_Hz };
  const z = found.map((each, k) =>
    correct({ re: zRe_ohm[k] ?? NaN, im: zIm_ohm[k] ?? NaN }, each ?? { re: NaN, im: NaN }),
  );
  return {
    ok: true,
    spectrum: {
      frequency_Hz,
      zRe_ohm: Float64Array.from(z, ({ re }) => re),
      zIm_ohm: Float64Array.from(z, ({ im }) => im),
    },
  };
}

function blankAt(blank: Spectrum, order: readonly number[], f: number): Complex | null {
  const above = order.findIndex((k) => (blank.frequency_Hz[k] ?? NaN) >= f);
  const [low, high] = [order[Math.max(0, above - 1)], order[above]];
  if (low === undefined || high === undefined) return null;
  const [from, to] = [blank.frequency_Hz[low] ?? NaN, blank.frequency_Hz[high] ?? NaN];
  if (f < from && f !== to) return null;
  const share = from === to ? 0 : Math.log(f / from) / Math.log(to / from);
  const between = (values: Float64Array) =>
    (values[low] ?? NaN) + share * ((values[high] ?? NaN) - (values[low] ?? NaN));
  return { re: between(blank.zRe_ohm), im: between(blank.zIm_ohm) };
}
