/** Z' and Z'' from modulus and phase or from the admittance, for tables that hold a spectrum in another form. */
import { findColumn, type Column } from '#core/dataset.ts';

const RADIANS_PER_DEGREE = Math.PI / 180;

type Pair = readonly [re: number, im: number];

interface Source {
  readonly needs: readonly [string, string];
  readonly derivedBy: readonly [re: string, im: string];
  readonly toImpedance: (a: number, b: number) => Pair;
}

function polar(modulus: number, phase_deg: number): Pair {
  const phase = phase_deg * RADIANS_PER_DEGREE;
  return [modulus * Math.cos(phase), modulus * Math.sin(phase)];
}

/** 1 / Y; not recorded where Y is zero. */
function inverse([re, im]: Pair): Pair {
  const square = re * re + im * im;
  return square > 0 ? [re / square, -im / square] : [NaN, NaN];
}

/** In the order of preference. */
const SOURCES: readonly Source[] = [
  {
    needs: ['zModulus_ohm', 'zPhase_deg'],
    derivedBy: ['|Z| cos(phase)', '|Z| sin(phase)'],
    toImpedance: polar,
  },
  {
    needs: ['yRe_S', 'yIm_S'],
    derivedBy: ["Y' / |Y|²", "−Y'' / |Y|²"],
    toImpedance: (re, im) => inverse([re, im]),
  },
  {
    needs: ['yModulus_S', 'yPhase_deg'],
    derivedBy: ['cos(phase of Y) / |Y|', '−sin(phase of Y) / |Y|'],
    toImpedance: (modulus, phase_deg) => inverse(polar(modulus, phase_deg)),
  },
];

/** The columns with Z' and Z'' behind them when the table lacks one of these and has what they follow from. */
export function completeImpedance(columns: readonly Column[]): readonly Column[] {
  const has = (name: string): boolean => findColumn({ columns }, name) !== undefined;
  if (has('zRe_ohm') && has('zIm_ohm')) return columns;
  const source = SOURCES.find(({ needs }) => needs.every(has));
  if (!source) return columns;
  const derived = derive(columns, source);
  return [...columns.filter(({ name }) => name !== 'zRe_ohm' && name !== 'zIm_ohm'), ...derived];
}

function derive(columns: readonly Column[], { needs, derivedBy, toImpedance }: Source): Column[] {
  const [first, second] = needs.map((name) => findColumn({ columns }, name)?.values ?? new Float64Array(0));
  const pairs = Array.from(first ?? [], (value, row) => toImpedance(value, second?.[row] ?? NaN));
  return [0, 1].map((part): Column => {
    return {
      name: part === 0 ? 'zRe_ohm' : 'zIm_ohm',
      unit: 'ohm',
      source: '',
      values: Float64Array.from(pairs, (pair) => pair[part] ?? NaN),
      derivedBy: derivedBy[part] ?? '',
    };
  });
}
