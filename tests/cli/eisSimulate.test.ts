import { describe, expect, test } from 'vitest';
import { runAmalgam } from '../support/runAmalgam.ts';
import { impedanceVectors } from '../support/impedanceVectors.ts';

const amalgam = (...argv: readonly string[]) => runAmalgam('eis', 'simulate', ...argv);

async function answerOf(...argv: string[]) {
  const { code, stdout } = await amalgam(...argv, '--json');
  return { code, document: JSON.parse(stdout) as Record<string, unknown> };
}

const SET = 'R0=10,R1=200,CPE1.Q=1e-9,CPE1.n=0.95,R2=300,CPE2.Q=2e-6,CPE2.n=0.80,W1=15';

test('gives the reference impedance of Li | SE | Li, from either circuit language', async () => {
  const vectors = impedanceVectors.circuits[0]?.frequency_Hz_re_im ?? [];
  for (const circuit of ['R0-p(R1,CPE1)-p(R2,CPE2)-W1', 'R(RQ)(RQ)W']) {
    const { code, document } = await answerOf(
      '--circuit',
      circuit,
      '--set',
      SET,
      '--frequencies',
      '1e6:1e-2:1',
    );
    expect(code).toBe(0);
    expect(document['problem']).toBeNull();
    expect(document['frequency_Hz']).toEqual(vectors.map(([frequency]) => frequency));
    for (const [i, [, re, im]] of vectors.entries()) {
      expect((document['zRe_ohm'] as number[])[i]).toBeCloseTo(re, 9);
      expect((document['zIm_ohm'] as number[])[i]).toBeCloseTo(im, 7);
    }
  }
});

test('takes a comma list of frequencies and values from braces, and --set goes before', async () => {
  const { document } = await answerOf(
    '--circuit',
    'R{R=3}C{C=1}',
    '--set',
    'C1=0.5',
    '--frequencies',
    '1,0.5',
  );
  expect(document).toMatchObject({ frequency_Hz: [1, 0.5], zRe_ohm: [3, 3], simulated: true });
  // 1/(2 pi f C) by hand: 1/(pi), 2/(pi)
  const [first, second] = document['zIm_ohm'] as number[];
  expect(first).toBeCloseTo(-0.318309886, 9);
  expect(second).toBeCloseTo(-0.636619772, 9);
});

test('gives the circuit in both languages and lists what one of them cannot say', async () => {
  const { document } = await answerOf('--circuit', 'R{R=3/1/9:cell}', '--frequencies', '1');
  expect(document).toMatchObject({ circuit: 'R0', cdc: 'R{R=3/1/9:cell}', notes: [] });
  expect(document['circuitLacks']).toEqual([
    'the label of R0, "cell"',
    'the value of R0, 3',
    'the lower limit of R0, 1',
    'the upper limit of R0, 9',
  ]);
  const kinetic = await answerOf('--circuit', 'K1', '--set', 'ZARC1.R=8,ZARC1.tau=1', '--frequencies', '1');
  expect(kinetic.document['notes']).toEqual([expect.stringContaining('ZARC1 with n held at 1')]);
});

test('writes a table for people that begins with the names of the columns', async () => {
  const { stdout } = await amalgam('--circuit', 'R0', '--set', 'R0=5', '--frequencies', '100:10:1');
  expect(stdout).toBe('frequency_Hz,zRe_ohm,zIm_ohm\n100,5,0\n10,5,0\n');
});

describe('exits with 1 and one document', () => {
  test.each([
    ['R0-p(R1,CPE1', SET, 'circuit-syntax', 'character 13'],
    ['R0-Gs1', SET, 'circuit-element', 'Gs'],
    ['R0-p(R1,CPE1)', 'R0=1', 'parameters-missing', 'R1, CPE1.Q, CPE1.n'],
    ['R0-p(R1,C1)', 'R0=1,R1=1,C1=1e-6,C2=3', 'parameter-unknown', 'C2'],
    ['CPE1', 'CPE1.Q=1e-6,CPE1.n=1.2', 'parameter-outside', 'CPE1.n = 1.2'],
    ['R0', 'R0=-4', 'parameter-outside', 'R0 = -4'],
  ])('for %s with %s: %s', async (circuit, set, problem, words) => {
    const { code, document } = await answerOf('--circuit', circuit, '--set', set, '--frequencies', '1');
    expect(code).toBe(1);
    expect(document['problem']).toMatchObject({ code: problem });
    expect(JSON.stringify(document['problem'])).toContain(words);
  });
});

test.each([
  [['--set', 'R0=1', '--frequencies', '1'], '--circuit is missing'],
  [['--circuit', 'R0', '--set', 'R0=1'], '--frequencies is missing'],
  [['--circuit', 'R0', '--set', 'R0', '--frequencies', '1'], 'NAME=VALUE'],
  [['--circuit', 'R0', '--set', 'R0=1,R0=2', '--frequencies', '1'], 'R0 twice'],
  [['--circuit', 'R0', '--set', 'R0=1', '--frequencies', '1e6:1'], 'start:stop'],
  [['--circuit', 'R0', '--set', 'R0=1', '--frequencies', '1,-2'], 'numbers above 0'],
  [['--circuit', 'R0', '--set', 'R0=1', '--frequencies', '1e6:1e-6:1e9'], 'start:stop'],
  [['a.mpt', '--circuit', 'R0', '--set', 'R0=1', '--frequencies', '1'], 'takes no file'],
])('%j is wrong usage', async (argv, words) => {
  const { code, stdout, stderr } = await amalgam(...argv, '--json');
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(words);
});
