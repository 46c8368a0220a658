/** What the table of amounts does not say: thickness, depth, and every doubt. */
import { describeAmountDoubt } from '#core/text/amountWords.ts';
import type { AmountDoubtCode } from '#core/xrd/amounts/amountDoubt.ts';
import type { PhaseAmounts } from '#core/xrd/amounts/phaseAmounts.ts';
import { digits } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import { withError } from '../../../text/withError.ts';

const words = text.diffractionAmounts;

/** With one of these the numbers do not mean what they seem to. */
const GRAVE: readonly AmountDoubtCode[] = [
  'poor-fit',
  'layer-likely',
  'substrate-seen',
  'substrate-not-found',
  'substrate-through-film',
  'thickness-contradicts',
  'methods-disagree',
];

export interface AmountNotes {
  readonly facts: readonly string[];
  readonly grave: readonly string[];
  readonly others: readonly string[];
}

function thicknessFacts({ layer, geometry }: PhaseAmounts): readonly string[] {
  if (geometry.kind === 'powder') return [];
  if (!layer) return [words.noLayer];
  const { apparent } = layer;
  return apparent ? [words.apparent(withError(apparent.thickness_um, apparent.error_um))] : [];
}

function depthFacts({ depths, geometry }: PhaseAmounts): readonly string[] {
  const [low, high] = depths;
  if (!low || !high) return [];
  const describe = geometry.kind === 'layer' ? words.filmDepth : words.sampleDepth;
  return [
    describe(
      { um: digits(low.t99_um, 2), angle: digits(low.twoTheta_deg, 3) },
      { um: digits(high.t99_um, 2), angle: digits(high.twoTheta_deg, 3) },
    ),
  ];
}

/** What the errors of the whole pattern are made of; a single phase has none. */
function errorFacts({ phases, geometry }: PhaseAmounts): readonly string[] {
  if (geometry.kind === 'layer') return [];
  const percent = (error: number) => (100 * error).toFixed(1);
  return phases.flatMap(({ id, errors }) => {
    if (!errors || errors.fit === 0) return [];
    const { fit, grains, methods } = errors;
    const parts = { fit: percent(fit), grains: percent(grains), methods: percent(methods) };
    return [words.errorParts(id, parts)];
  });
}

export function amountNotes(amounts: PhaseAmounts): AmountNotes {
  const { doubts, geometry } = amounts;
  const isGrave = ({ code }: { readonly code: AmountDoubtCode }) => GRAVE.includes(code);
  const basis = geometry.kind === 'powder' ? words.powderBasis : words.layerBasis;
  return {
    facts: [...thicknessFacts(amounts), ...errorFacts(amounts), ...depthFacts(amounts), basis],
    grave: doubts.filter(isGrave).map((doubt) => describeAmountDoubt(doubt)),
    others: doubts.filter((doubt) => !isGrave(doubt)).map((doubt) => describeAmountDoubt(doubt)),
  };
}
