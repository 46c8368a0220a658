/** Every reason that is known to doubt the amounts of a pattern, what matters most first. */
import type { AmountDoubt } from '#core/xrd/amounts/amountDoubt.ts';
import type { LayerAmounts } from '#core/xrd/amounts/layerAmounts.ts';
import type { MeasuredPhase } from '#core/xrd/amounts/measuredPhases.ts';
import type { PhaseShare } from '#core/xrd/amounts/phaseShares.ts';
import type { SampleGeometry } from '#core/xrd/amounts/sampleGeometry.ts';
import { fractionDoubts } from '#core/xrd/compare/fractionDoubts.ts';
import type { Identification } from '#core/xrd/identification.ts';
import { isPoorFit } from '#core/xrd/identify/poorFit.ts';

export interface DoubtedAmounts {
  readonly identification: Identification;
  readonly geometry: SampleGeometry;
  readonly measured: readonly MeasuredPhase[];
  readonly shares: readonly PhaseShare[];
  readonly layer: LayerAmounts | null;
}

/** Standard errors from which a halo counts as seen, and methods as different. */
const SEEN = 3;
/** Smaller differences are of no account. */
const LEAST_DIFFERENCE = 0.05;
/** A line weakened to less is not seen. */
const HIDDEN = 1e-3;
/** Between a thickness that is given and one from the lines. */
const MOST_FACTOR = 2;
const COATING = 'Hg';
/** Electrodes that are pressed or plated on what lies beside them; never mixed with it as powders. */
const SOFT_METALS: readonly string[] = ['Li', 'Na', 'K'];

/** The cards that papers on lithium amalgams name. */
const CARDS: Readonly<Record<string, string>> = {
  LiHg3: 'PDF 04-004-8746',
  Li3Hg: 'PDF 04-004-8747',
};

export function amountDoubts(amounts: DoubtedAmounts): readonly AmountDoubt[] {
  if (amounts.measured.length === 0) return structureDoubts(amounts);
  return [
    ...(isPoorFit(amounts.identification) ? [{ code: 'poor-fit' } as const] : []),
    ...layerDoubts(amounts),
    ...depthDoubts(amounts),
    ...completenessDoubts(amounts),
    ...methodDoubts(amounts),
    ...overlapDoubt(amounts.identification),
    ...structureDoubts(amounts),
  ];
}

function layerDoubts({ geometry, measured, layer }: DoubtedAmounts): AmountDoubt[] {
  if (geometry.kind === 'powder') return likelyLayer(measured);
  const { substrate, thickness_um } = geometry;
  const isThere = measured.some(({ verdict }) => verdict.id === substrate);
  if (!isThere) return [{ code: 'substrate-not-found', substrate }];
  return layer && thickness_um !== null ? givenThicknessDoubts(layer, substrate, thickness_um) : [];
}

function givenThicknessDoubts(layer: LayerAmounts, substrate: string, given_um: number): AmountDoubt[] {
  const through = layer.parts.find(({ role }) => role === 'substrate')?.signalShare ?? 1;
  if (through < HIDDEN) return [{ code: 'substrate-through-film', substrate, through }];
  const apparent_um = layer.apparent?.thickness_um ?? given_um;
  const isFarOff = Math.abs(Math.log(apparent_um / given_um)) > Math.log(MOST_FACTOR);
  return isFarOff ? [{ code: 'thickness-contradicts', given_um, apparent_um }] : [];
}

/** Amalgams and soft metals are films on what is seen beside them. */
function likelyLayer(measured: readonly MeasuredPhase[]): AmountDoubt[] {
  const holdsMercury = ({ own }: MeasuredPhase) => own.phase.sites.some(({ element }) => element === COATING);
  const film =
    measured.find(holdsMercury) ?? measured.find(({ own }) => SOFT_METALS.includes(own.phase.formula));
  const other = measured.find((each) => each !== film && !holdsMercury(each));
  return film && other ? [{ code: 'layer-likely', film: film.verdict.id, other: other.verdict.id }] : [];
}

function depthDoubts({ geometry, measured, shares, layer }: DoubtedAmounts): AmountDoubt[] {
  if (measured.some(({ own }) => Number.isNaN(own.mu_perCm))) return [{ code: 'attenuation-unknown' }];
  const phases = measured.map(({ own, verdict }, i) => ({
    id: verdict.id,
    mu_perCm: own.mu_perCm,
    twoTheta_deg: shares[i]?.depth?.twoTheta_deg ?? NaN,
    weightFraction: verdict.weightFraction ?? 0,
  }));
  if (geometry.kind === 'powder') return [...fractionDoubts(phases).doubts];
  const thickness_um = layer?.thickness_um ?? undefined;
  const shape = { substrate: geometry.substrate, ...(thickness_um !== undefined && { thickness_um }) };
  // Grains matter in a powder; film and substrate are none.
  return fractionDoubts(phases, shape).doubts.filter(({ code }) => code !== 'microabsorption');
}

function completenessDoubts({ identification, measured }: DoubtedAmounts): AmountDoubt[] {
  const { halos, phases, unexplainedPeaks } = identification;
  const undecided = phases.filter(({ verdict }) => verdict === 'undecided').map(({ id }) => id);
  const [only, ...others] = measured;
  const peaks = unexplainedPeaks.length;
  return [
    { code: 'crystalline-only' },
    ...halos
      .filter(({ significance }) => significance >= SEEN)
      .map(({ id, share }) => ({ code: 'amorphous', halo: id, share }) as const),
    ...(only && others.length === 0 ? [{ code: 'single-phase', phase: only.verdict.id } as const] : []),
    ...(undecided.length > 0 ? [{ code: 'undecided-left-out', phases: undecided } as const] : []),
    ...(peaks > 0 ? [{ code: 'unexplained-peaks', peaks } as const] : []),
  ];
}

function methodDoubts({ shares, measured, geometry }: DoubtedAmounts): AmountDoubt[] {
  const covered = shares
    .filter(({ line }) => line === null)
    .map(({ id }) => ({ code: 'no-free-line', phase: id }) as const);
  if (geometry.kind === 'layer') return covered;
  // The fit counts undecided phases too: compared are the shares among those that are present.
  const whole = measured.reduce((sum, { verdict }) => sum + (verdict.weightFraction ?? NaN), 0);
  const differing = shares.flatMap(({ id, wholePattern, errors, rir }) => {
    if (!wholePattern || !rir) return [];
    const difference = rir.weightFraction - wholePattern.weightFraction / whole;
    const error = Math.hypot(errors?.fit ?? NaN, rir.error);
    const isLarge = Math.abs(difference) > Math.max(LEAST_DIFFERENCE, SEEN * error);
    return isLarge ? [{ code: 'methods-disagree', phase: id, difference } as const] : [];
  });
  return [...covered, ...differing.slice(0, 1)];
}

function overlapDoubt({ phases }: Identification): AmountDoubt[] {
  const isOpen = (id: string) => phases.some((phase) => phase.id === id && phase.verdict !== 'absent');
  return isOpen('LiHg') || isOpen('Li3Hg') ? [{ code: 'lihg-overlap' }] : [];
}

function structureDoubts({ identification, measured }: DoubtedAmounts): AmountDoubt[] {
  const known = new Set(measured.map(({ verdict }) => verdict.id));
  const without = identification.phases
    .filter(({ id, verdict }) => verdict === 'present' && !known.has(id))
    .map(({ id }) => ({ code: 'no-structure', phase: id }) as const);
  return [...without, ...measured.flatMap(({ own: { phase } }) => referenceDoubts(phase))];
}

function referenceDoubts({ id, confidence }: MeasuredPhase['own']['phase']): AmountDoubt[] {
  const card = CARDS[id];
  if (card !== undefined) return [{ code: 'card-not-compared', phase: id, card }];
  if (id.startsWith('LLTO')) return [{ code: 'llto-composition', phase: id }];
  return confidence === 'low' ? [{ code: 'uncertain-structure', phase: id }] : [];
}
