/** The numbers of each cell that a doubt about its mercury is about, after its general words. */
import { layerFilm } from '#core/compare/checks/layerFilm.ts';
import type { DoubtFacts } from '#core/compare/doubt.ts';
import type { DoubtId } from '#core/compare/doubtNote.ts';
import { hgMass_mgPerCm2 } from '#core/layer/hgInventory.ts';
import { specificCapacity_mAhPerG } from '#core/metalConstants.ts';
import type { Cell } from '#core/project/study.ts';
import { mercuryWords as words, type MercurySource } from '#core/text/mercuryWords.ts';

type Entry = DoubtFacts['cells'][number];

interface Mercury {
  readonly hg_mgPerCm2: number;
  readonly source: MercurySource;
}

const GRAM_PER_MG = 1e-3;

/** As stated, else of a dense film in its first solid phase. Null where neither is known. */
function mercuryOf(cell: Cell): Mercury | null {
  const { arealHg_mgPerCm2: stated, layerThickness_um: thickness_um } = cell;
  if (stated !== null && stated > 0) return { hg_mgPerCm2: stated, source: { kind: 'weighed' } };
  const film = layerFilm(cell);
  if (!film || thickness_um === null) return null;
  const { system, hg_molPerCm2, startMetalPerHg } = film;
  const phase = system.phases.find(({ metalPerHg }) => metalPerHg === startMetalPerHg)?.id ?? '';
  return { hg_mgPerCm2: hgMass_mgPerCm2(hg_molPerCm2), source: { kind: 'film', thickness_um, phase } };
}

function arealWords({ hg_mgPerCm2, source }: Mercury): string {
  return words.areal(hg_mgPerCm2, source);
}

function onElectrode(mercury: Mercury, { evidence: { cell } }: Entry): string {
  const areal = arealWords(mercury);
  return cell.area_cm2 === null
    ? words.areaUnknown(areal)
    : words.onElectrode(mercury.hg_mgPerCm2 * cell.area_cm2, areal, cell.area_cm2);
}

/** Mass of metal: m = Q M/(zF). */
function asMetal(mercury: Mercury, { evidence: { cell }, metrics }: Entry): string {
  const areal = arealWords(mercury);
  if (cell.metal === null) return areal;
  const capacity = mercury.hg_mgPerCm2 * GRAM_PER_MG * specificCapacity_mAhPerG(cell.metal);
  const cycled = metrics.arealCapacity_mAhPerCm2;
  return words.asMetal(areal, cell.metal, capacity) + (cycled === null ? '' : words.cycled(cycled));
}

const AMOUNTS: Partial<Record<DoubtId, (mercury: Mercury, entry: Entry) => string>> = {
  D21: onElectrode,
  D22: asMetal,
};

/** Sentences; cells with the same amount are told together. None where the doubt is about no amount. */
export function doubtAmounts(
  id: DoubtId,
  { cells }: DoubtFacts,
  raising: readonly string[],
): readonly string[] {
  const amountOf = AMOUNTS[id];
  if (!amountOf) return [];
  const told = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const entry of cells.filter(({ evidence }) => raising.includes(evidence.cell.name))) {
    const { cell } = entry.evidence;
    const mercury = mercuryOf(cell);
    if (!mercury) unknown.push(cell.name);
    else {
      const amount = amountOf(mercury, entry);
      told.set(amount, [...(told.get(amount) ?? []), cell.name]);
    }
  }
  const amounts = [...told].map(([amount, names]) => words.ofCells(names, amount));
  return [
    ...(amounts.length > 0 ? [words.all(amounts)] : []),
    ...(unknown.length > 0 ? [words.unknown(unknown)] : []),
  ];
}
