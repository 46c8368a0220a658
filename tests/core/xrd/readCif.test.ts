import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeProblem } from '#core/describeProblem.ts';
import { readCif } from '#core/xrd/cif/readCif.ts';
import { computePattern, type PatternPeak } from '#core/xrd/computePattern.ts';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import type { Radiation } from '#core/xrd/radiation.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { sharedFile } from '../../support/sharedData.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/xrd');
const OTHER = JSON.parse(readFileSync(join(FIXTURES, 'cifPeaks.json'), 'utf8')) as {
  readonly peaks: Readonly<Record<string, readonly (readonly [number, number, number, number])[]>>;
};
/** No tube: no anomalous terms, as the other program computes. */
const BARE: Radiation = {
  id: 'custom',
  anode: null,
  lines: [{ name: 'Ka1', wavelength_A: 1.5405929, weight: 1 }],
  source: 'user',
};

function fixture(name: string): string {
  return readFileSync(join(FIXTURES, name), 'utf8');
}

function phasesOf(text: string): readonly Phase[] {
  const outcome = readCif(text);
  if (!outcome.ok) throw new Error(describeProblem(outcome.problem).message);
  return outcome.phases;
}

function pathOf(name: string): string | null {
  return name.includes('/') ? sharedFile(`xrd/${name}`) : join(FIXTURES, name);
}

/** Angles of our peaks above 2 of 100 that the other program lacks. */
function strongWithout(
  peaks: readonly PatternPeak[],
  wanted: readonly (readonly [number, number, number, number])[],
): number[] {
  return peaks
    .filter(({ intensity }) => intensity > 2)
    .map(({ twoTheta_deg }) => twoTheta_deg)
    .filter((angle) => !wanted.some(([, other]) => Math.abs(other - angle) < 2e-4));
}

describe('the pattern of a CIF is that of pymatgen', () => {
  test.for(Object.keys(OTHER.peaks))('%s', (key, { skip }) => {
    const [name = '', index = '0'] = key.split('#');
    const path = pathOf(name);
    if (path === null) return skip('no real files on this machine');
    const phase = phasesOf(readFileSync(path, 'utf8'))[Number(index)];
    if (phase?.kind !== 'crystal') throw new Error('no atoms');
    const still: Phase = { ...phase, sites: phase.sites.map((site) => ({ ...site, bIso_A2: 0 })) };
    const peaks = computePattern(still, BARE, XRAY_TABLES, { twoThetaMin_deg: 5, twoThetaMax_deg: 90 });
    const wanted = OTHER.peaks[key] ?? [];
    expect(wanted.length).toBeGreaterThan(4);
    for (const [d_A, twoTheta_deg, intensity, multiplicity] of wanted) {
      const near = peaks.filter((peak) => Math.abs(peak.twoTheta_deg - twoTheta_deg) < 2e-4);
      const sum = near.reduce((total, peak) => total + peak.intensity, 0);
      // The other program has form factors of its own.
      expect(Math.abs(sum - intensity), `intensity at ${twoTheta_deg}°`).toBeLessThan(1.5);
      if (intensity < 0.1 || near.length !== 1) continue;
      expect(near[0]?.d_A).toBeCloseTo(d_A, 4);
      // The other program also counts extinct reflections of the same spacing.
      expect(multiplicity % Number(near[0]?.multiplicity)).toBe(0);
    }
    expect(strongWithout(peaks, wanted)).toEqual([]);
  });
});

describe('atoms', () => {
  const outcome = readCif(fixture('partial-occupancies.cif'));

  test('share places, and those that symmetry repeats count once', () => {
    if (!outcome.ok || outcome.phases[0]?.kind !== 'crystal') throw new Error('not read');
    const [phase] = outcome.phases;
    expect(phase.sites.map(({ element, occupancy }) => [element, occupancy])).toEqual([
      ['La', 0.757],
      ['La', 0.357],
      ['Li', 0.5],
      ['Ti', 1],
      ['O', 1],
      ['O', 1],
      ['O', 1],
    ]);
    expect(phase.cell.c_A).toBe(7.7459);
    expect(outcome.warnings.map((warning) => 'detail' in warning && warning.detail)).toEqual([
      expect.stringContaining('without coordinates'),
      expect.stringContaining('counted once'),
      expect.stringContaining('B = 1 Å²'),
    ]);
  });

  test('have B = 8π²U', () => {
    if (!outcome.ok || outcome.phases[0]?.kind !== 'crystal') throw new Error('not read');
    // 8π² × 0.0127 = 1.00277 by hand.
    expect(outcome.phases[0].sites[0]?.bIso_A2).toBeCloseTo(1.00277, 4);
  });
});

test('two blocks, a byte order mark and CRLF', () => {
  const phases = phasesOf(fixture('space-group-name.crlf-bom.cif'));
  expect(phases.map(({ id, name }) => [id, name])).toEqual([
    ['halite_and_more', "Halite, d'apres un livre"],
    ['corundum', 'Al-O'],
  ]);
});

const HEAD = 'data_x\n_cell_length_a 4\n_cell_length_b 4\n_cell_length_c 4\n';
const ATOM = 'loop_\n_atom_site_label\n_atom_site_fract_x\n_atom_site_fract_y\n_atom_site_fract_z\n';
const CUBIC = `${HEAD}_symmetry_space_group_name_H-M 'P m -3 m'\n`;

describe('a bad CIF is refused with its line and what to do', () => {
  test.each([
    ['an open quote', `${HEAD}_a 'open\n`, 5, /quote/],
    ['an open text field', `${HEAD}_a\n;never\nends\n`, 6, /text field/],
    ['a loop with a lost value', `${CUBIC}${ATOM}Cu 0 0 0\nO 0.5 0.5\n`, 12, /whole rows/],
    ['a name without a value', `${HEAD}_a\n_b 1\n`, 5, /no value/],
    ['a value too many', `${HEAD}_a 1 2\n`, 5, /belongs to no name/],
    ['no symmetry', `${HEAD}${ATOM}Cu 0 0 0\n`, 1, /neither symmetry/],
    ['an unknown group', `${HEAD}_symmetry_space_group_name_H-M 'P q'\n`, 5, /not known/],
    ['two origins', `${HEAD}_symmetry_space_group_name_H-M 'F d -3 m'\n`, 5, /two origins/],
    [
      'no operation',
      `${HEAD}loop_\n_symmetry_equiv_pos_as_xyz\nx,y,z\n'x,y,q'\n`,
      8,
      /no symmetry operation/,
    ],
    [
      'a lost operation',
      `${HEAD}loop_\n_symmetry_equiv_pos_as_xyz\nx,y,z\n-y,x,z\n-x,-y,z\n`,
      7,
      /not complete/,
    ],
    ['another cell', CUBIC.replace('_c 4', '_c 5'), 5, /does not fit/],
    ['no number', `${CUBIC}${ATOM}Cu 0 0 O\n`, 11, /no number/],
    ['no element', `${CUBIC}${ATOM}Q 0 0 0\n`, 11, /no element/],
    ['a place too full', `${CUBIC}${ATOM}Cu 0 0 0\nNi 0 0 0\n`, 12, /one place/],
    ['a flat cell', `${HEAD}_cell_angle_alpha 180\n`, 2, /no volume/],
    ['no crystal', 'data_x\n_a 1\n', 1, /no crystal/],
  ])('%s', (_, text, line, message) => {
    const outcome = readCif(text);
    if (outcome.ok) throw new Error('was read');
    expect(describeProblem(outcome.problem).message).toMatch(message);
    expect(outcome.problem.line).toBe(line);
    expect(describeProblem(outcome.problem).hint).not.toBe('');
  });
});
