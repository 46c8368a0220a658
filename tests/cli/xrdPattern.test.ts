import { expect, test } from 'vitest';
import { runAmalgam } from '../support/runAmalgam.ts';

const amalgam = (...argv: readonly string[]) => runAmalgam('xrd', 'pattern', ...argv);

interface Document {
  readonly phase: string;
  readonly peaks: readonly {
    readonly hkl: readonly (readonly number[])[];
    readonly d_A: number;
    readonly twoTheta_deg: number;
    readonly intensity: number | null;
  }[];
  readonly problem: unknown;
}

async function documentOf(...argv: string[]) {
  const { code, stdout } = await amalgam(...argv, '--json');
  return { code, document: JSON.parse(stdout) as Document };
}

test('gives the three decisive lines of Li3Hg', async () => {
  const { code, document } = await documentOf('Li3Hg');
  expect(code).toBe(0);
  expect(document.phase).toBe('Li3Hg');
  expect(document.problem).toBeNull();
  const found = [23.466, 27.161, 45.833].map((angle) =>
    document.peaks.find(({ twoTheta_deg }) => Math.abs(twoTheta_deg - angle) < 0.002),
  );
  expect(found.map((peak) => peak?.hkl)).toEqual([[[1, 1, 1]], [[2, 0, 0]], [[3, 1, 1]]]);
  expect(found.map((peak) => Math.round(peak?.intensity ?? NaN))).toEqual([100, 52, 47]);
});

test('shows lines of LLTO that no diffractometer resolves as one, with both indices', async () => {
  const { document } = await documentOf('LLTO-tet', '--radiation', 'CuKa1');
  const strongest = document.peaks.find(({ intensity }) => intensity === 100);
  expect(strongest?.hkl.map((indices) => indices.join('')).sort()).toEqual(['102', '110']);
  expect(strongest?.twoTheta_deg).toBeCloseTo(32.666, 2);
});

test('leaves the intensities of a phase without known atoms open', async () => {
  const { document } = await documentOf('Li7P3S11');
  expect(document.peaks.length).toBeGreaterThan(400);
  expect(document.peaks.every(({ intensity }) => intensity === null)).toBe(true);
});

test('names the closest phase for a mistyped one and refuses unknown radiation', async () => {
  const phase = await amalgam('LiHg4');
  expect(phase).toMatchObject({ code: 2 });
  expect(phase.stderr).toContain('LiHg');
  expect(await amalgam('Li', '--radiation', 'XyKa1')).toMatchObject({ code: 2 });
});
