import { describe, expect, test } from 'vitest';
import { elementsOf } from '#core/eis/circuit.ts';
import { circuitText } from '#core/eis/formatImpedancePy.ts';
import { parseCircuit } from '#core/eis/parseCircuit.ts';
import { candidateCircuits, circuitOfReady, READY_CIRCUITS } from '#core/eis/readyCircuits.ts';

test('has a circuit for each of the five cells, and general ones', () => {
  const cells = new Set(READY_CIRCUITS.map(({ cell }) => cell));
  expect([...cells].sort()).toEqual(['amalgam', 'any', 'blocking-se', 'li-liquid', 'li-se', 'soft-short']);
  expect(new Set(READY_CIRCUITS.map(({ id }) => id)).size).toBe(READY_CIRCUITS.length);
});

describe.each(READY_CIRCUITS)('$name', (ready) => {
  const names = elementsOf(circuitOfReady(ready).root).map(({ name }) => name);

  test('is written as the program writes it, variants too', () => {
    for (const text of [ready.circuit, ...ready.variants]) {
      const outcome = parseCircuit(text);
      expect(outcome.ok && circuitText(outcome.circuit)).toBe(text);
    }
  });

  test('labels every element or none, and speaks of no other', () => {
    const labelled = Object.keys(ready.labels);
    if (ready.cell === 'any') expect(labelled).toEqual([]);
    else expect(labelled.sort()).toEqual([...names].sort());
    for (const name of [...Object.keys(ready.capacitances), ...ready.interfaceResistors]) {
      expect(names).toContain(name);
    }
  });

  test('says when to use it', () => {
    expect(ready.description).toMatch(/\.$/);
    expect(ready.whenToUse).toMatch(/\.$/);
  });
});

test('the short bridges the whole cell but not the leads', () => {
  const { root } = circuitOfReady(
    READY_CIRCUITS.find(({ id }) => id === 'soft-short') ?? { circuit: '', labels: {} },
  );
  const bridge = root.kind === 'series' ? root.children[1] : undefined;
  expect(bridge?.kind === 'parallel' && bridge.children.map(({ kind }) => kind)).toEqual([
    'series',
    'element',
  ]);
});

describe('candidates', () => {
  test('come each once, with the leads in front of all or of none', () => {
    const plain = candidateCircuits('li-se', { inductive: false });
    expect(new Set(plain).size).toBe(plain.length);
    expect(plain.every((text) => !text.includes('L0'))).toBe(true);
    const inductive = candidateCircuits('li-se', { inductive: true });
    expect(inductive).toEqual(plain.map((text) => `L0-${text}`));
    for (const text of inductive) expect(parseCircuit(text).ok).toBe(true);
  });

  test('hold those of the cell beside the general ones', () => {
    expect(candidateCircuits('blocking-se', { inductive: false })).toContain('R0-CPE1');
    expect(candidateCircuits('li-se', { inductive: false })).not.toContain('R0-CPE1');
    expect(candidateCircuits('any', { inductive: false })).toContain('R0-p(R1-W1,CPE1)');
  });
});
