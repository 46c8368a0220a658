import { expect, test } from 'vitest';
import { compileCircuit } from '#core/eis/circuitModel.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { preparedCircuit } from '#core/eis/preparedCircuit.ts';
import { circuitOf } from './runProtocol.ts';

const circuit = circuitOf('R0-p(R1,CPE1)');
const values = Float64Array.of(10, 100, 1e-5, 0.9);

test('a tree keeps its model for equal frequencies and gets another for others', () => {
  const first = preparedCircuit(circuit, Float64Array.of(1e3, 10));
  expect(preparedCircuit(circuit, Float64Array.of(1e3, 10))).toBe(first);
  const frequency_Hz = Float64Array.of(1e3, 20);
  const second = preparedCircuit(circuit, frequency_Hz);
  expect(second.evaluate(values, false).re).toEqual(
    compileCircuit(circuit, frequency_Hz).evaluate(values, false).re,
  );
});

test('a caller who changes the frequencies afterwards gets the model of the new ones', () => {
  const frequency_Hz = Float64Array.of(1e4, 1);
  const before = preparedCircuit(circuit, frequency_Hz).evaluate(values, false).re.slice();
  frequency_Hz[1] = 100;
  expect(preparedCircuit(circuit, frequency_Hz).evaluate(values, false).re).not.toEqual(before);
});

test('a text that is read again is the same tree, a refused one stays refused', () => {
  const read = () => parseCircuit('R0-p(R1,CPE1)-W1');
  const [one, other] = [read(), read()];
  expect(one.ok && other.ok && one.circuit.root === other.circuit.root).toBe(true);
  for (let i = 0; i < 2; i += 1) expect(parseCircuit('R0-p(R1').ok).toBe(false);
});
