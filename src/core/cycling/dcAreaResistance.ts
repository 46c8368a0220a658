/**
 * The DC resistance of a symmetric cell: the slope of E against j over the rates it was run at, of the parts before its first
 * short or loss of contact. Both electrodes and the electrolyte are in it: it is per cell, and what remains above the
 * electrolyte, halved, is per interface. At one rate only E over j can be told, which takes an ohmic answer for granted.
 */
import type { RunPart } from '#core/cycling/events/runParts.ts';
import type { IrDrop } from '#core/cycling/irDrop.ts';
import { medianBy } from '#core/numeric/quantile.ts';

/** Sizes of the current within this share are one rate. */
const SAME_RATE = 0.1;

export interface DcAreaResistance {
  readonly method: 'slope' | 'one-rate';
  readonly cell_ohm: number;
  /** Of the slope, the parts taken as independent; null at one rate. */
  readonly standardError_ohm: number | null;
  /** E at no current, mV; null at one rate in one direction. */
  readonly offset_mV: number | null;
  readonly parts: number;
  /** The rates, rising. */
  readonly rates_mA: readonly number[];
  /** E/I at the highest rate over that at the lowest: 1 = ohmic, below 1 an interface that opens with current. Null at one. */
  readonly linearity: number | null;
  /** Median over the steps that were resolved; null where none was. */
  readonly irDrop_ohm: number | null;
  readonly irDropSteps: number;
  /** The same per area; null where the area is not known. */
  readonly cell_ohm_cm2: number | null;
  readonly irDrop_ohm_cm2: number | null;
  /** (Cell − electrolyte)/2: null without the electrolyte's L/σ, and where the cell takes less than that. */
  readonly interface_ohm_cm2: number | null;
}

export interface ResistanceContext {
  readonly drops: readonly IrDrop[];
  readonly area_cm2: number | null;
  readonly electrolyte_ohm_cm2: number | null;
}

/** Null where no part carried a current. */
export function dcAreaResistance(
  parts: readonly RunPart[],
  { drops, area_cm2, electrolyte_ohm_cm2 }: ResistanceContext,
): DcAreaResistance | null {
  if (parts.length === 0) return null;
  const fitted = fitParts(parts);
  const resolved = drops.filter(({ resolution }) => resolution === 'resolved');
  const irDrop_ohm = resolved.length === 0 ? null : medianBy(resolved, (drop) => drop.resistance_ohm ?? NaN);
  const perArea = (value: number | null) => (value === null || area_cm2 === null ? null : value * area_cm2);
  const cell_ohm_cm2 = perArea(fitted.cell_ohm);
  return {
    ...fitted,
    parts: parts.length,
    irDrop_ohm,
    irDropSteps: resolved.length,
    cell_ohm_cm2,
    irDrop_ohm_cm2: perArea(irDrop_ohm),
    interface_ohm_cm2: interfaceOf(cell_ohm_cm2, electrolyte_ohm_cm2),
  };
}

function interfaceOf(cell_ohm_cm2: number | null, electrolyte_ohm_cm2: number | null): number | null {
  if (cell_ohm_cm2 === null || electrolyte_ohm_cm2 === null) return null;
  const left_ohm_cm2 = cell_ohm_cm2 - electrolyte_ohm_cm2;
  return left_ohm_cm2 < 0 ? null : left_ohm_cm2 / 2;
}

function fitParts(parts: readonly RunPart[]) {
  const rates = ratesOf(parts);
  const rates_mA = rates.map((rate) => 1000 * medianBy(rate, (part) => part.current_A));
  const line = straightLine(parts);
  const resistanceAt = (rate: readonly RunPart[] | undefined) =>
    medianBy(rate ?? [], (part) => part.resistance_ohm);
  if (rates.length < 2) {
    const bothWays = new Set(parts.map(({ direction }) => direction)).size === 2;
    const offset_mV = bothWays ? line.offset_mV : null;
    const cell_ohm = resistanceAt(parts);
    return {
      method: 'one-rate' as const,
      cell_ohm,
      standardError_ohm: null,
      offset_mV,
      rates_mA,
      linearity: null,
    };
  }
  const linearity = resistanceAt(rates.at(-1)) / resistanceAt(rates[0]);
  return { method: 'slope' as const, ...line, rates_mA, linearity };
}

/** Parts of like current together, from the lowest current to the highest. */
function ratesOf(parts: readonly RunPart[]): RunPart[][] {
  if (areAlike(parts)) return [[...parts]];
  const rates: RunPart[][] = [];
  for (const part of [...parts].sort((a, b) => a.current_A - b.current_A)) {
    const lowest = rates.at(-1)?.[0];
    if (lowest && part.current_A <= lowest.current_A * (1 + SAME_RATE)) rates.at(-1)?.push(part);
    else rates.push([part]);
  }
  return rates;
}

/** Nearly always: there is then nothing to sort. */
function areAlike(parts: readonly RunPart[]): boolean {
  let [least_A, most_A] = [Infinity, 0];
  for (const { current_A } of parts) {
    if (current_A < least_A) least_A = current_A;
    if (current_A > most_A) most_A = current_A;
  }
  return most_A <= least_A * (1 + SAME_RATE);
}

function straightLine(parts: readonly RunPart[]) {
  const sign = ({ direction }: RunPart) => (direction === 'positive' ? 1 : -1);
  const points = parts.map((part) => ({
    x: sign(part) * part.current_A,
    y: sign(part) * part.polarisation_V,
  }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const xx = points.length * mean(({ x }) => (x - meanX) ** 2);
  const slope = (points.length * mean(({ x, y }) => (x - meanX) * (y - meanY))) / xx;
  const squares = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  const degrees = points.length - 2;
  return {
    cell_ohm: slope,
    standardError_ohm: degrees > 0 ? Math.sqrt(squares / degrees / xx) : null,
    offset_mV: 1000 * (meanY - slope * meanX),
  };
}
