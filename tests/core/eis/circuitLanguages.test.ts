import { describe, expect, test } from 'vitest';
import { elementsOf, type Circuit, type CircuitNode } from '#core/eis/circuit.ts';
import { formatCdc } from '#core/eis/formatCdc.ts';
import { formatImpedancePy } from '#core/eis/formatImpedancePy.ts';
import { parseCdc } from '#core/eis/parseCdc.ts';
import { circuitLanguage, parseCircuit } from '#core/eis/parseCircuit.ts';
import { parseImpedancePy } from '#core/eis/parseImpedancePy.ts';
import { describeProblem } from '#core/describeProblem.ts';
import { createRandom } from '../../simulate/random.ts';
import { randomCircuit } from '../../support/randomCircuit.ts';

function circuitOf(text: string): Circuit {
  const outcome = parseCircuit(text);
  if (!outcome.ok) throw new Error(`${text}: ${describeProblem(outcome.problem).message}`);
  return outcome.circuit;
}

function problemOf(text: string) {
  const outcome = parseCircuit(text);
  if (outcome.ok) throw new Error(`${text} was read`);
  return outcome.problem;
}

function namesAndTopology(node: CircuitNode): unknown {
  return node.kind === 'element' ? node.name : [node.kind, ...node.children.map(namesAndTopology)];
}

const SEED = 4_711;
const COUNT = 10_000;

describe(`${COUNT} random circuits (seed ${SEED})`, () => {
  const random = createRandom(SEED);
  const circuits = Array.from({ length: COUNT }, () => randomCircuit(random));

  test('come back from CDC whole: topology, names, labels, values, limits, what is fixed', () => {
    for (const circuit of circuits) {
      const { text, lost } = formatCdc(circuit);
      expect(lost).toEqual([]);
      expect(circuitOf(text), text).toEqual(circuit);
      expect(formatCdc(circuitOf(text)).text).toBe(text);
    }
  });

  test("come back from impedance.py's style with topology and names", () => {
    for (const { root } of circuits) {
      const { text } = formatImpedancePy({ root, settings: {} });
      expect(namesAndTopology(circuitOf(text).root), text).toEqual(namesAndTopology(root));
      expect(formatImpedancePy(circuitOf(text)).text).toBe(text);
    }
  });

  test('keep topology and names between the two languages, and lose nothing that is not listed', () => {
    for (const circuit of circuits) {
      const { text, lost } = formatImpedancePy(circuit);
      const viaCdc = circuitOf(formatCdc(circuitOf(text)).text);
      expect(namesAndTopology(viaCdc.root), text).toEqual(namesAndTopology(circuit.root));
      const said = Object.values(circuit.settings).flatMap(({ value, fixed, lower, upper }) =>
        [value, lower, upper, fixed || null].filter((part) => part !== null),
      );
      const labels = elementsOf(circuit.root).filter(({ label }) => label !== '');
      expect(lost).toHaveLength(said.length + labels.length);
    }
  });
});

test.each([
  ['R0-p(R1,CPE1)-p(R2,CPE2)-W1', 'R(RQ)(RQ)W'],
  ['R0-p(R1-Wo1,CPE1)', 'R([RWo]Q)'],
  ['L0-R0-p(CPE1,R1-Ws1)', 'LR(Q[RWs])'],
  ['R0-TLM1-TLMQ1', 'RTTq'],
  ['p(R1,L1-R2-p(R3,CPE1)-FLW1-G1-HN1-ZARC1)', '(R[LR(RQ)FGHZ])'],
])('%s is %s', (impedancePy, cdc) => {
  expect(formatCdc(circuitOf(impedancePy)).text).toBe(cdc);
  expect(formatImpedancePy(circuitOf(cdc)).text).toBe(impedancePy);
});

test('reads fixed values, limits, limits in per cent and labels as pyimpspec writes them', () => {
  const { root, settings } = circuitOf(
    'R{R=20f:sol}(C{C=25e-6//1e-3:dl}[R{R=100/50/200:ct}W{sigma=15/inf/150%:diff}])',
  );
  expect(elementsOf(root).map(({ name, label }) => `${name} ${label}`)).toEqual([
    'R0 sol',
    'C1 dl',
    'R1 ct',
    'W1 diff',
  ]);
  expect(settings).toEqual({
    R0: { value: 20, fixed: true, lower: null, upper: null },
    C1: { value: 25e-6, fixed: false, lower: null, upper: 1e-3 },
    R1: { value: 100, fixed: false, lower: 50, upper: 200 },
    W1: { value: 15, fixed: false, lower: null, upper: 22.5 },
  });
});

test('takes the Y of a constant phase element for Q and converts that of a Warburg element, and says so', () => {
  const outcome = parseCdc('Q{Y=2e-6,n=0.9}W{Y=0.5/0.25/1}');
  expect(outcome).toMatchObject({ ok: true, notes: [{ code: 'warburg-admittance', subject: 'W1' }] });
  const { settings } = circuitOf('Q{Y=2e-6,n=0.9}W{Y=0.5/0.25/1}');
  expect(settings['CPE1.Q']?.value).toBe(2e-6);
  // sigma = 1/(Y sqrt 2) by hand
  expect(settings['W1']?.value).toBeCloseTo(1.41421356, 8);
  expect(settings['W1']?.lower).toBeCloseTo(0.70710678, 8);
  expect(settings['W1']?.upper).toBeCloseTo(2.82842712, 8);
});

test("takes impedance.py's Zarc and K, and says that K is a ZARC with n held at 1", () => {
  const outcome = parseImpedancePy('R0-Zarc1-K2');
  if (!outcome.ok) throw new Error('not read');
  expect(elementsOf(outcome.circuit.root).map(({ name }) => name)).toEqual(['R0', 'ZARC1', 'ZARC2']);
  expect(outcome.circuit.settings).toEqual({
    'ZARC2.n': { value: 1, fixed: true, lower: null, upper: null },
  });
  expect(outcome.notes).toEqual([{ code: 'kinetic-element', subject: 'ZARC2' }]);
});

test('numbers what has no number, and leaves given names alone', () => {
  expect(formatImpedancePy(circuitOf('R-p(R, CPE) - p(R1,CPE_3)-W')).text).toBe(
    'R0-p(R2,CPE1)-p(R1,CPE3)-W1',
  );
});

test('gives one form to texts that differ in needless brackets only', () => {
  expect(circuitOf('[R(RQ)]')).toEqual(circuitOf('R(RQ)'));
  expect(circuitOf('p(p(R1,C1),C2)')).toEqual(circuitOf('p(R1,C1,C2)'));
  expect(formatCdc(circuitOf('p(p(R1,C1),C2)')).text).toBe('(RCC)');
});

test.each([
  ['Q', 'cdc'],
  ['RC', 'cdc'],
  ['CPE', 'impedance.py'],
  ['R{R=1e-3:a-b}', 'cdc'],
  ['p(R,C)', 'impedance.py'],
  ['(RC)', 'cdc'],
])('%s is taken for %s', (text, language) => {
  expect(circuitLanguage(text)).toBe(language);
});

test.each([
  ['', 'circuit-syntax', 1],
  ['R0-', 'circuit-syntax', 4],
  ['R0-p(R1,CPE1', 'circuit-syntax', 13],
  ['R0-p(R1)', 'circuit-syntax', 8],
  ['R0-p(R1,CPE1)R2', 'circuit-syntax', 14],
  ['R0-X1', 'circuit-element', 4],
  ['R0-Gs1', 'circuit-element', 4],
  ['R0-La1', 'circuit-element', 4],
  ['R0-T1', 'circuit-element', 4],
  ['R0-cpe1', 'circuit-element', 4],
  ['R0-constructor1', 'circuit-element', 4],
  ['R{constructor=1}', 'circuit-parameter', 3],
  ['R0-p(R1,CPE1)-R1', 'circuit-name-twice', 15],
  ['R(RX)', 'circuit-element', 4],
  ['R(RQ', 'circuit-syntax', 5],
  ['R(R)', 'circuit-brackets', 2],
  ['R(Q(RW))', 'circuit-brackets', 2],
  ['R((RQ)C)', 'circuit-brackets', 3],
  ['RHa', 'circuit-element', 2],
  ['R{Q=3}', 'circuit-parameter', 3],
  ['R{R=3/5/4}', 'circuit-limits', 5],
  ['R{R=1e999}', 'circuit-syntax', 5],
  ['R{R=/50%}', 'circuit-syntax', 9],
  ['R{R=3,R=4}', 'circuit-syntax', 7],
  ['R{R=3', 'circuit-syntax', 6],
  ['R{:R1}C{:R1}R{:R1}', 'circuit-name-twice', 13],
  ['__proto__', 'circuit-syntax', 1],
  ['R0-p(R1,CPE1);process.exit()', 'circuit-syntax', 14],
])('%s is refused: %s at character %i', (text, code, position) => {
  expect(problemOf(text)).toMatchObject({ code, position });
  expect(describeProblem(problemOf(text)).message).toContain(`character ${position} `);
});

test('says why an element of another program is refused', () => {
  expect(describeProblem(problemOf('R0-La1')).hint).toContain('inductor with an exponent');
  expect(describeProblem(problemOf('R0-cpe1')).hint).toContain('Did you mean CPE');
});

test.each([
  ['nesting', 'p('.repeat(4000)],
  ['nesting in CDC', '[('.repeat(4000)],
  ['many elements', Array.from({ length: 900 }, (_, i) => `R${i}`).join('-')],
  ['long texts', 'R'.repeat(1_000_000)],
])('limits %s', (_what, text) => {
  expect(problemOf(text).code).toBe('circuit-too-large');
});

test(`takes any text without throwing, and places its problems inside the text (seed ${SEED})`, () => {
  const { uniform } = createRandom(SEED);
  const pieces = [
    ...Array.from('RCLQWGHFZT()[]{}-,:=/%f p0123.e\\ü'),
    'CPE',
    'Wo',
    'p(',
    'R=',
    'inf',
    'ZARC',
    'Tq',
  ];
  let read = 0;
  for (let i = 0; i < 20_000; i += 1) {
    const length = Math.floor(uniform() * 14);
    const text = Array.from({ length }, () => pieces[Math.floor(uniform() * pieces.length)]).join('');
    const outcome = parseCircuit(text);
    if (outcome.ok) {
      read += 1;
      expect(circuitOf(formatCdc(outcome.circuit).text), text).toEqual(outcome.circuit);
    } else if ('position' in outcome.problem) {
      expect(outcome.problem.position, text).toBeGreaterThanOrEqual(1);
      expect(outcome.problem.position, text).toBeLessThanOrEqual(text.length + 1);
    }
  }
  expect(read).toBeGreaterThan(100);
});
