/**
 * The impedance of each circuit element a second time, straight from the printed formulae and by general complex
 * arithmetic, one frequency at a time: slow and plain. Sources: Orazem & Tribollet, Electrochemical Impedance
 * Spectroscopy (2008), for R, C, L, CPE and the Warburg elements; Lasia, Electrochemical Impedance Spectroscopy and its
 * Applications (2014), for Gerischer and de Levie's pore; Havriliak & Negami, Polymer 8 (1967) 161.
 */
import { add, cosh, divide, multiply, power, real, scale, sinh, type Complex } from './complex.ts';

type Formula = (p: readonly number[], s: Complex) => Complex;

const ONE = real(1);
const HALF = 0.5;
const at = (p: readonly number[], i: number): number => p[i] ?? NaN;
const inverse = (z: Complex): Complex => divide(ONE, z);
const tanh = (z: Complex): Complex => (z.re > 30 ? ONE : divide(sinh(z), cosh(z)));
const coth = (z: Complex): Complex => (z.re > 30 ? ONE : divide(cosh(z), sinh(z)));
/** 1/Z of a constant phase element. */
const constantPhase = (q: number, n: number, s: Complex): Complex => scale(power(s, n), q);

/** sqrt(Rion Zs) coth(sqrt(Rion/Zs)) of a pore with the wall impedance Zs. */
function pore(rIon: number, wall: Complex): Complex {
  const along = power(scale(wall, rIon), HALF);
  return multiply(along, coth(power(divide(real(rIon), wall), HALF)));
}

function finiteLength(p: readonly number[], x: Complex, shape: (z: Complex) => Complex): Complex {
  return scale(divide(shape(x), x), at(p, 0));
}

/** By the element's code; `s` is jω. */
export const FORMULAE: Readonly<Record<string, Formula>> = {
  R: (p) => real(at(p, 0)),
  C: (p, s) => inverse(scale(s, at(p, 0))),
  L: (p, s) => scale(s, at(p, 0)),
  CPE: (p, s) => inverse(constantPhase(at(p, 0), at(p, 1), s)),
  W: (p, s) => scale({ re: 1, im: -1 }, at(p, 0) / Math.sqrt(s.im)),
  Wo: (p, s) => finiteLength(p, power(scale(s, at(p, 1)), HALF), coth),
  Ws: (p, s) => finiteLength(p, power(scale(s, at(p, 1)), HALF), tanh),
  FLW: (p, s) => finiteLength(p, power(scale(s, at(p, 1)), at(p, 2)), tanh),
  G: (p, s) => scale(power(add(ONE, scale(s, at(p, 1))), -HALF), at(p, 0)),
  HN: (p, s) => scale(power(add(ONE, power(scale(s, at(p, 1)), at(p, 2))), -at(p, 3)), at(p, 0)),
  ZARC: (p, s) => divide(real(at(p, 0)), add(ONE, power(scale(s, at(p, 1)), at(p, 2)))),
  TLMQ: (p, s) => pore(at(p, 0), inverse(constantPhase(at(p, 1), at(p, 2), s))),
  TLM: (p, s) => pore(at(p, 0), inverse(add(real(1 / at(p, 1)), constantPhase(at(p, 2), at(p, 3), s)))),
};

/** Z of one element; throws for a code without a formula here. */
export function elementImpedance(code: string, values: readonly number[], frequency_Hz: number): Complex {
  const formula = FORMULAE[code];
  if (!formula) throw new Error(`no formula for ${code}`);
  return formula(values, { re: 0, im: 2 * Math.PI * frequency_Hz });
}
