import { expect, test } from 'vitest';
import { runAmalgam } from '../support/runAmalgam.ts';

const layer = (...argv: readonly string[]) => runAmalgam('layer', ...argv);

const documentOf = (stdout: string) => JSON.parse(stdout) as Record<string, unknown>;
const stripping = ['--thickness-um', '7', '--current', '2', '--direction', 'strip'];

test('7 µm of LiHg3 is liquid after 11.03 minutes of stripping at 2 mA/cm²', async () => {
  // 0.3675 mAh/cm², by hand from 42.873 µmol/cm² of mercury.
  const before = documentOf((await layer(...stripping, '--time-min', '11.0', '--json')).stdout);
  expect((before['phases'] as { id: string }[]).map(({ id }) => id)).toEqual(['L', 'LiHg3']);
  const after = documentOf((await layer(...stripping, '--time-min', '11.04', '--json')).stdout);
  expect(after['phases']).toEqual([{ id: 'L', hgFraction: 1 }]);
  expect(after['liquidVolumeFraction']).toBe(1);
  expect(after['problem']).toBeNull();
  expect(after['exhausted_mAhPerCm2']).toBeUndefined();
});

test('an hour at 2 mA/cm² empties the film and says how much is missing', async () => {
  const { code, stdout } = await layer(...stripping, '--time-min', '60', '--json');
  expect(code).toBe(0);
  expect(documentOf(stdout)['exhausted_mAhPerCm2']).toBeCloseTo(1.617, 3);
  expect(documentOf(stdout)['y']).toBe(0);
  expect(documentOf(stdout)['potential_V']).toBeNull();
});

test('people read units and the doubt of a film on its own', async () => {
  const { stdout } = await layer(...stripping, '--time-min', '6');
  expect(stdout).toMatch(/thickness +6\.68 µm/u);
  expect(stdout).toMatch(/upper bound/u);
});

test('mass in place of thickness, and a foil that keeps the film full', async () => {
  const argv = ['--hg-mg-cm2', '8.6', '--current', '2', '--direction', 'strip', '--time-min', '11'];
  const document = documentOf((await layer(...argv, '--exchange', 'inf', '--json')).stdout);
  expect(document['phases']).toEqual([{ id: 'Li3Hg', hgFraction: 1 }]);
  expect(document['liquidVolumeFraction']).toBe(0);
});

test.each([
  [['--metal', 'Al', ...stripping, '--time-min', '1'], /no compound/u],
  [['--metal', 'Xx', ...stripping, '--time-min', '1'], /one of Li, Na/u],
  [['--phase', 'LiHg7', ...stripping, '--time-min', '1'], /LiHg3/u],
  [['--metal', 'Na', '--phase', 'NaHg4', ...stripping, '--time-min', '1'], /not known/u],
  [stripping, /--time-min is missing/u],
  [[...stripping, '--time-min', '1', '--hg-mg-cm2', '3'], /either/u],
  [[...stripping, '--time-min', '1', '--exchange', '-1'], /--exchange/u],
  [['--thickness-um', '7', '--current', '2', '--direction', 'up', '--time-min', '1'], /strip or plate/u],
])('wrong usage ends with 2: %j', async (argv, message) => {
  const { code, stdout, stderr } = await layer(...argv);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
});
