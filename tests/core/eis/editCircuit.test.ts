import { describe, expect, test } from 'vitest';
import { elementsOf, type Circuit } from '#core/eis/circuit.ts';
import { automaticNames } from '#core/eis/circuitNames.ts';
import {
  addInParallel,
  addInSeries,
  changeElement,
  labelElement,
  removeElement,
  renumber,
  setParameter,
} from '#core/eis/editCircuit.ts';
import { formatCdc } from '#core/eis/formatCdc.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { createRandom } from '../../simulate/random.ts';
import { randomCircuit } from '../../support/randomCircuit.ts';

function circuitOf(text: string): Circuit {
  const outcome = parseCircuit(text);
  if (!outcome.ok) throw new Error(text);
  return outcome.circuit;
}

describe('adding', () => {
  test.each([
    { text: 'R0', beside: 'R0', code: 'CPE', series: 'R0-CPE1', parallel: 'p(R0,CPE1)' },
    { text: 'R0-C1', beside: 'R0', code: 'W', series: 'R0-W1-C1', parallel: 'p(R0,W1)-C1' },
    { text: 'R0-p(R1,C1)', beside: 'R1', code: 'W', series: 'R0-p(R1-W1,C1)', parallel: 'R0-p(R1,W1,C1)' },
    { text: 'p(R1-W1,C1)', beside: 'W1', code: 'R', series: 'p(R1-W1-R2,C1)', parallel: 'p(R1-p(W1,R2),C1)' },
  ])(
    'to $text beside $beside a $code gives $series in series and $parallel in parallel',
    ({ text, beside, code, series, parallel }) => {
      expect(circuitText(addInSeries(circuitOf(text), beside, code))).toBe(series);
      expect(circuitText(addInParallel(circuitOf(text), beside, code))).toBe(parallel);
    },
  );
});

describe('removing', () => {
  test.each([
    ['R0-p(R1,C1)', 'C1', 'R0-R1'],
    ['R0-p(R1-W1,C1)', 'C1', 'R0-R1-W1'],
    ['p(R1-p(R2,C2),C1)', 'R1', 'p(R2,C2,C1)'],
    ['R0', 'R0', 'R0'],
    ['R0-C1', 'L7', 'R0-C1'],
  ])('from %s the element %s leaves %s', (text, name, left) => {
    expect(circuitText(removeElement(circuitOf(text), name))).toBe(left);
  });

  test('forgets what was set of the element and nothing else', () => {
    const circuit = removeElement(circuitOf('R{R=3f}(R{R=5}Q{Q=1e-6,n=0.9})'), 'CPE1');
    expect(Object.keys(circuit.settings)).toEqual(['R0', 'R1']);
  });
});

test('changing an element keeps its place, its label and the parameters that mean the same', () => {
  const circuit = changeElement(circuitOf('R(RWs{R=20/1/100,tau=3f:film})'), 'Ws1', 'Wo');
  expect(circuitText(circuit)).toBe('R0-p(R1,Wo1)');
  expect(elementsOf(circuit.root)[2]?.label).toBe('film');
  expect(circuit.settings).toEqual({
    'Wo1.R': { value: 20, fixed: false, lower: 1, upper: 100 },
    'Wo1.tau': { value: 3, fixed: true, lower: null, upper: null },
  });
  expect(changeElement(circuitOf('C{C=1e-6}'), 'C1', 'R').settings).toEqual({});
});

test('setting adds to what was said of a parameter, and null forgets it', () => {
  const fixed = setParameter(setParameter(circuitOf('R0'), 'R0', { value: 4 }), 'R0', { fixed: true });
  expect(fixed.settings).toEqual({ R0: { value: 4, fixed: true, lower: null, upper: null } });
  expect(setParameter(fixed, 'R0', null).settings).toEqual({});
});

test('renumbering moves the settings along', () => {
  const circuit = circuitOf('R{R=1:R7}(R{R=2:R0}Q{n=0.8:CPE4})');
  const renamed = renumber(circuit, automaticNames(circuit.root));
  expect(formatCdc(renamed).text).toBe('R{R=1}(R{R=2}Q{n=0.8})');
});

const SEED = 31;

test(`any row of edits leaves a circuit that both languages can write and read (seed ${SEED})`, () => {
  const random = createRandom(SEED);
  const pick = <T>(values: readonly T[]): T | undefined =>
    values[Math.floor(random.uniform() * values.length)];
  for (let i = 0; i < 300; i += 1) {
    let circuit = randomCircuit(random);
    for (let step = 0; step < 12; step += 1) {
      const name = pick(elementsOf(circuit.root))?.name ?? '';
      const code = pick(['R', 'CPE', 'W', 'Ws', 'L', 'TLM']) ?? 'R';
      const edit = pick([addInSeries, addInParallel, changeElement, removeElement]) ?? removeElement;
      circuit = labelElement(edit(circuit, name, code), name, 'seen');
      expect(circuitOf(formatCdc(circuit).text)).toEqual(circuit);
      expect(circuitText(circuitOf(circuitText(circuit)))).toBe(circuitText(circuit));
    }
  }
});
