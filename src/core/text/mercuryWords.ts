/** How much mercury cells hold, in the wording of the doubts about it. */
import { shortNumber } from '#core/text/shortNumber.ts';

/** Where an areal mass comes from. */
export type MercurySource =
  | { readonly kind: 'weighed' }
  | { readonly kind: 'film'; readonly thickness_um: number; readonly phase: string };

function sourceWords(source: MercurySource): string {
  return source.kind === 'weighed'
    ? 'as stated'
    : `as a dense film of ${shortNumber(source.thickness_um)} µm ${source.phase}`;
}

export const mercuryWords = {
  areal: (hg_mgPerCm2: number, source: MercurySource) =>
    `${shortNumber(hg_mgPerCm2)} mg/cm² ${sourceWords(source)}`,
  onElectrode: (hg_mg: number, areal: string, area_cm2: number) =>
    `${shortNumber(hg_mg)} mg on one electrode (${areal}, ${shortNumber(area_cm2)} cm²)`,
  areaUnknown: (areal: string) => `${areal}, area not stated`,
  asMetal: (areal: string, metal: string, capacity_mAhPerCm2: number) =>
    `${areal}, the mass of ${metal} for ${shortNumber(capacity_mAhPerCm2)} mAh/cm²`,
  cycled: (capacity_mAhPerCm2: number) =>
    `, where ${shortNumber(capacity_mAhPerCm2)} mAh/cm² pass in a half cycle`,
  ofCells: (cells: readonly string[], amount: string) => `${cells.join(', ')}: ${amount}`,
  all: (amounts: readonly string[]) => `${amounts.join('; ')}.`,
  unknown: (cells: readonly string[]) =>
    `Neither mercury per area nor thickness is stated of ${cells.length > 6 ? `${cells.slice(0, 6).join(', ')} and ${cells.length - 6} more` : cells.join(', ')}.`,
} as const;
