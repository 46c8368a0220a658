import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeProblem } from '#core/describeProblem.ts';
import { readPhaseLines } from '#core/xrd/readPhaseLines.ts';

test('angles become spacings of the radiation that is named', () => {
  const text = readFileSync(join(import.meta.dirname, '../../fixtures/xrd/angles.phase.txt'), 'utf8');
  const outcome = readPhaseLines(text);
  if (!outcome.ok || outcome.phases[0]?.kind !== 'lines') throw new Error('not read');
  const [phase] = outcome.phases;
  expect(phase.name).toBe('made-up oxide');
  // λ = 1.5405929 Å and d = λ/(2 sin θ) by hand: at 60° that is λ.
  expect(phase.lines[2]?.d_A).toBeCloseTo(1.5405929, 6);
  expect(phase.lines.map(({ intensity }) => intensity)).toEqual([40, 100, 12.5]);
});

test('spacings are read as they stand, with decimal commas too', () => {
  const outcome = readPhaseLines('phase: x\nh k l; d (Å); I\n1 0 0; 3,50; 100\n1 1 0; 2,47; 20\n');
  if (!outcome.ok || outcome.phases[0]?.kind !== 'lines') throw new Error('not read');
  expect(outcome.phases[0].lines).toEqual([
    { d_A: 3.5, intensity: 100 },
    { d_A: 2.47, intensity: 20 },
  ]);
});

test.each([
  ['phase: x\n3.5 100\n', 2, /titles/],
  ['phase: x\n2theta I\n25 100\n', 2, /for which X-rays/],
  ['phase: x\nradiation: NiKa\n2theta I\n25 100\n', 2, /not known/],
  ['phase: x\nd I\n3.5 100\nabc 5\n', 4, /no spacing/],
  ['phase: x\nd I\n3.5 -1\n', 3, /no intensity/],
  ['phase: x\nd I\n', 2, /no lines/],
])('a bad list is refused with its line: %j', (text, line, message) => {
  const outcome = readPhaseLines(text);
  if (outcome.ok) throw new Error('was read');
  expect(outcome.problem.line).toBe(line);
  expect(describeProblem(outcome.problem).message).toMatch(message);
});

test('a refusal in words names the line', () => {
  const outcome = readPhaseLines('phase: x\nd I\n3.5 100\n2.4 much\n');
  if (outcome.ok) throw new Error('read');
  expect(describeProblem(outcome.problem).message).toMatch(/line 4: "2\.4 much" has no intensity/);
});
