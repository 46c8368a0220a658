/** Random circuits for property tests: any topology without a series in a series, unique names, some settings. */
import type { Circuit, CircuitNode, ParameterSetting } from '#core/eis/circuit.ts';
import type { Random } from '../simulate/random.ts';

/** Symbols of the parameters, written down a second time from the product's description. */
const SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  R: [''],
  C: [''],
  L: [''],
  W: [''],
  CPE: ['.Q', '.n'],
  Wo: ['.R', '.tau'],
  Ws: ['.R', '.tau'],
  FLW: ['.R', '.tau', '.n'],
  G: ['.R', '.tau'],
  HN: ['.R', '.tau', '.a', '.b'],
  ZARC: ['.R', '.tau', '.n'],
  TLMQ: ['.Rion', '.Q', '.n'],
  TLM: ['.Rion', '.Rct', '.Q', '.n'],
};
const CODES = Object.keys(SYMBOLS);
const LABELS = ['SEI', 'grain boundary', 'R1 again', 'a{b}\\c', 'Zwischenschicht, außen: 2', 'CPE7'];

export function randomCircuit({ uniform }: Random): Circuit {
  const settings: Record<string, ParameterSetting> = {};
  const taken = new Set<string>();
  const below = (limit: number) => Math.floor(uniform() * limit);
  const number = () =>
    uniform() < 0.3 ? null : Number((10 ** (uniform() * 30 - 15)).toPrecision(1 + below(17)));

  const setting = (): ParameterSetting => {
    const limits = [number(), number()];
    const [lower = null, upper = null] = limits.includes(null)
      ? limits
      : limits.map(Number).sort((a, b) => a - b);
    const equal = lower !== null && lower === upper;
    return { value: number(), fixed: uniform() < 0.3, lower: equal ? null : lower, upper };
  };

  /** Together these exponents may not be above 1: a text that says so is refused. */
  const dropForbidden = (name: string) => {
    const product = (settings[`${name}.a`]?.value ?? 0) * (settings[`${name}.b`]?.value ?? 0);
    if (product > 1) Reflect.deleteProperty(settings, `${name}.b`);
  };

  const element = (): CircuitNode => {
    const code = CODES[below(CODES.length)] ?? 'R';
    let name = `${code}${below(30)}`;
    while (taken.has(name)) name = `${code}${below(1e6)}`;
    taken.add(name);
    for (const symbol of SYMBOLS[code] ?? []) if (uniform() < 0.4) settings[name + symbol] = setting();
    dropForbidden(name);
    const label = uniform() < 0.2 ? (LABELS[below(LABELS.length)] ?? '') : '';
    return { kind: 'element', code, name, label };
  };

  const node = (depth: number, outer: string): CircuitNode => {
    if (depth === 0 || uniform() < 0.45) return element();
    const kind = outer === 'series' || (outer === '' && uniform() < 0.3) ? 'parallel' : 'series';
    const children = Array.from({ length: 2 + below(2) }, () => node(depth - 1, kind));
    return { kind, children };
  };
  return { root: node(1 + below(4), ''), settings };
}
