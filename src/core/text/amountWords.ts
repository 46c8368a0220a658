/** Why amounts from a diffraction pattern are to be doubted, in sentences. */
import type { AmountDoubt, AmountDoubtCode } from '#core/xrd/amounts/amountDoubt.ts';

type Sentences = { readonly [Code in AmountDoubtCode]: (doubt: AmountDoubt<Code>) => string };

/** Below this share nothing more is told. */
const LEAST_SHARE = 1e-4;

function percent(share: number): string {
  return share < LEAST_SHARE ? 'less than 0.01' : String(Number((100 * share).toPrecision(2)));
}

const micrometres = (value: number) => String(Number(value.toPrecision(2)));

const amountWords: Sentences = {
  'substrate-seen': ({ substrate }) =>
    `Lines of the substrate ${substrate} are seen beside those of the film: their ratio tells how thick the film is, not what the sample is made of. No bulk fraction follows from it.`,
  'thinner-than-depth': ({ phase, t99_um }) =>
    `The film is thinner than the ${micrometres(t99_um)} µm that 99 % of the signal of endless ${phase} would come from: its lines are weaker than a powder's, those at high angles most.`,
  microabsorption: ({ phase, largestGrain_um }) =>
    `${phase} absorbs very differently from the rest: its share holds only for grains below ${micrometres(largestGrain_um)} µm. With coarser grains strong absorbers are underrated.`,
  'crystalline-only': () =>
    'Fractions are of the crystalline phases named here. What is amorphous or liquid has no lines and is not counted; an internal standard would tell how much it is.',
  amorphous: ({ halo, share }) =>
    `${halo} holds ${percent(share)} % of the counts above the background; how much that is by weight is not known.`,
  'single-phase': ({ phase }) =>
    `${phase} is the only phase that is present: that it makes 100 % says nothing of what stays unseen.`,
  'poor-fit': () => 'The phases do not explain the pattern; amounts from such a fit are not to be used.',
  'undecided-left-out': ({ phases }) =>
    `Undecided: ${phases.join(', ')}. Fractions by RIR and those of a film leave out what is undecided; those of the whole pattern count it.`,
  'unexplained-peaks': ({ peaks }) =>
    `${peaks} ${peaks === 1 ? 'peak belongs' : 'peaks belong'} to nothing in the list: what makes ${peaks === 1 ? 'it' : 'them'} is not counted.`,
  'lihg-overlap': () =>
    'Every line of LiHg lies within 0.2° of one of Li3Hg: how their common lines divide between both is less certain than the errors say. Only the odd lines, 23.47° and 45.83° (Cu Kα), are Li3Hg alone.',
  'card-not-compared': ({ phase, card }) =>
    `${phase}: papers name ${card}, a card of the commercial PDF-4+ file, which was not compared. Lines here are computed from the published structure of 1935; those of the card may differ, (100) and (101) of LiHg3 most, as they hang on a coordinate that was never refined.`,
  'llto-composition': ({ phase }) =>
    `${phase}: PDF 46-0466 states no composition, and lines of LLTO change with lanthanum content and order. Its amount holds for the composition set here.`,
  'uncertain-structure': ({ phase }) =>
    `${phase}: the structure is uncertain (see its source), and so are its intensities and its share.`,
  'no-free-line': ({ phase }) =>
    `No line of ${phase} stands alone in this scan: no fractions by RIR, and none within a film.`,
  'no-structure': ({ phase }) => `${phase}: without a structure there is no density and no share.`,
  'methods-disagree': ({ phase, difference }) =>
    `RIR gives ${percent(Math.abs(difference))} wt% ${difference > 0 ? 'more' : 'less'} ${phase} than the whole pattern: texture, coarse grains, or something under a line. The whole pattern averages over more lines and is mostly the better guess.`,
  'layer-likely': ({ film, other }) =>
    `${film} beside ${other}: if it is a film on it and no powder, weight fractions mean nothing. Choose "film on a substrate" above.`,
  'substrate-not-found': ({ substrate }) =>
    `${substrate} is not among the phases that are present: the film hides it, or another phase lies below. No thickness follows.`,
  'substrate-through-film': ({ substrate, through }) =>
    `A closed film of the given thickness would let ${percent(through)} % of the line of ${substrate} through, which nobody would see. It is seen: the film is thinner, or does not cover the beam.`,
  'thickness-contradicts': ({ given_um, apparent_um }) =>
    `The ratio of the lines of film and substrate belongs to ${micrometres(apparent_um)} µm of a closed film, not to the ${micrometres(given_um)} µm given: holes, texture, or another thickness.`,
  'attenuation-unknown': () =>
    'How the phases absorb these X-rays is not in the tables: no information depth, no model of layers.',
};

export function describeAmountDoubt<Code extends AmountDoubtCode>(doubt: AmountDoubt<Code>): string {
  const sentence: (doubt: AmountDoubt<Code>) => string = amountWords[doubt.code];
  return sentence(doubt);
}
