/** For every doubt a cell that raises it and a close one that does not. */
import { describe, expect, test } from 'vitest';
import { DOUBT_IDS, type DoubtId } from '#core/compare/doubtNote.ts';
import {
  AFTER_FIVE,
  doubtsOf,
  evidence,
  PRISTINE,
  run,
  spectrum,
  type ByHand,
  type Judged,
} from './evidenceByHand.ts';

const film = { coating: 'Li-Hg amalgam' };
const slab = { electrolyte: 'LLTO', electrolyteThickness_um: 100, electrolyteConductivity_SPerCm: 1e-3 };
const twelve = (value: number) => Array.from({ length: 12 }, () => value);

const one = (by: ByHand, more: Omit<Judged, 'evidence'> = {}): Judged[] => [
  { evidence: evidence(by), ...more },
];
const ending = (cell: NonNullable<ByHand['cell']>, polarisation_end: number): Judged[] =>
  one({ cell }, { values: { polarisation_end } });
const named = (count: number, cell: NonNullable<ByHand['cell']>): Judged[] =>
  Array.from({ length: count }, (_, i) => ({ evidence: evidence({ cell: { ...cell, name: `c${i + 1}` } }) }));
const failed = (mode: 'contact-loss' | 'hard-short') =>
  ({ time_h: 5, mode, censored: false, lasted_h: 9 }) as const;
const intercepts = (before: number, after: number) => [
  spectrum(PRISTINE, { electrolyte: null, arc: null, intercept: before }),
  spectrum(AFTER_FIVE, { electrolyte: null, arc: null, intercept: after }),
];
const pristineOf = (bare: number, coated: number): Judged[] => [
  { evidence: evidence({ cell: { name: 'bare' } }), values: { interface_pristine: bare } },
  { evidence: evidence({ cell: { ...film } }), values: { interface_pristine: coated } },
];
const films = (first_um: number, second_um: number, metal: 'Li' | 'Na' = 'Li'): Judged[] => [
  { evidence: evidence({ cell: { ...film, metal, layerThickness_um: first_um } }) },
  { evidence: evidence({ cell: { ...film, metal, name: 'c2', layerThickness_um: second_um } }) },
];

/** What raises the doubt of cell c1, and close cases that do not. */
const CASES: Readonly<Record<DoubtId, { readonly raises: Judged[][]; readonly leaves: Judged[][] }>> = {
  D1: {
    // 5 mA/cm² × 10 Ω cm² = 50 mV.
    raises: [one({ cell: slab, runs: [run(twelve(10), 5)] }), one({ cell: slab }, { isSuspect: true })],
    leaves: [one({ cell: slab, runs: [run(twelve(55), 5)] }), one({}, { isSuspect: true })],
  },
  D2: {
    raises: [ending(film, 100), one({ phases: ['LiHg3', 'Li'], runs: [run(twelve(50))] })],
    leaves: [ending(film, 900), ending({}, 100), ending({ ...film, metal: 'Zn' }, 100)],
  },
  D3: {
    raises: [one({ cell: film })],
    leaves: [one({}), one({ cell: { ...film, metal: 'Na' } }), one({ cell: { ...film, kind: 'full' } })],
  },
  D4: { raises: [one({ phases: ['LiHg', 'Li3Hg'] })], leaves: [one({ phases: ['LiHg'] })] },
  D5: {
    raises: [one({ phases: ['LiHg3', 'Li'] }), one({ phases: ['LiHg3', 'LLTO'] })],
    leaves: [one({ phases: ['LiHg3'] }), one({ phases: ['Li', 'LLTO'] }), one({ phases: ['LiHg3', 'LiHg'] })],
  },
  D6: {
    raises: [one({ cell: { ...film, layerThickness_um: 7 }, laterThickness_um: 24 }), films(7, 70)],
    leaves: [
      one({ cell: { ...film, layerThickness_um: 7 }, laterThickness_um: 18 }),
      films(7, 18),
      films(7, 70, 'Na'),
    ],
  },
  D7: { raises: [one({ cell: film, hasXps: true })], leaves: [one({ hasXps: true }), one({ cell: film })] },
  D8: { raises: [one({ hasXps: true })], leaves: [one({ hasXps: false })] },
  D9: { raises: [one({ phases: ['LLTO'] })], leaves: [one({ phases: ['Li'] })] },
  D10: {
    raises: [one({ cell: { ...film, notes: 'amalgam of 0.003 mol%' } })],
    leaves: [one({ cell: { ...film, notes: '0.003 wt%' } }), one({ cell: { notes: '5 mol% FEC' } })],
  },
  D11: {
    raises: [one({ cell: { ...film, electrolyte: 'LLTO' } })],
    leaves: [one({ cell: { ...film, electrolyte: 'LLZO' } }), one({ cell: { electrolyte: 'LLTO' } })],
  },
  D12: {
    raises: [
      one({ cell: { ...film, ...slab }, spectra: intercepts(50, 30) }),
      one({ cell: { ...film, ...slab } }, { isSuspect: true }),
    ],
    leaves: [
      one({ cell: { ...film, ...slab }, spectra: intercepts(50, 45) }),
      one({ cell: { ...film, ...slab }, spectra: intercepts(50, 80) }),
      one({ cell: slab, spectra: intercepts(50, 30) }),
    ],
  },
  D13: { raises: [pristineOf(100, 120)], leaves: [pristineOf(120, 100)] },
  D14: {
    raises: [
      named(2, { temperature_K: 298 }),
      named(3, {}),
      named(3, { temperature_K: 298, area_cm2: null }),
      named(3, { temperature_K: 298, electrolyte: 'LLTO' }),
      [...named(2, { temperature_K: 298 }), ...named(9, { temperature_K: 298, groupId: 'other' })],
    ],
    leaves: [named(3, { temperature_K: 298 }), named(3, { temperature_K: 298, ...slab })],
  },
  D15: {
    raises: [one({ cell: { kind: 'full' }, runs: [run([3000, 3000])] })],
    leaves: [one({ runs: [run([30, 30])] }), one({ cell: { kind: 'full' } })],
  },
  D16: {
    raises: [one({ cell: { kind: 'full' } }, { values: { coulombic_efficiency: 0.986 } })],
    leaves: [
      one({ cell: { kind: 'full' } }, { values: { coulombic_efficiency: 0.9995 } }),
      one({}, { values: { coulombic_efficiency: 0.986 } }),
    ],
  },
  D17: {
    raises: [ending({ metal: 'Zn' }, 5), ending({ metal: 'Na' }, 8)],
    leaves: [ending({ metal: 'Zn' }, 40), ending({ metal: 'Li' }, 5), ending({ metal: 'Na', ...slab }, 5)],
  },
  D18: {
    raises: [one({ cell: { ...film, metal: 'Al' } })],
    leaves: [one({ cell: { metal: 'Al' } }), one({ cell: { ...film, metal: 'Zn' } })],
  },
  D19: { raises: [one({ cell: { metal: 'Al' } })], leaves: [one({ cell: { metal: 'Mg' } })] },
  D20: {
    raises: [one({}, { failure: failed('contact-loss') })],
    leaves: [
      one({}, { failure: failed('hard-short') }),
      one({ cell: film }, { failure: failed('contact-loss') }),
    ],
  },
  D21: {
    raises: [one({ cell: film }), one({ cell: { arealHg_mgPerCm2: 8.6 } })],
    leaves: [one({ cell: { coating: 'none' } })],
  },
  D22: {
    raises: [one({ cell: { ...film, layerThickness_um: 7 } })],
    leaves: [one({ cell: film }), one({ cell: { layerThickness_um: 7 } })],
  },
};

const raisedOf = (cells: readonly Judged[], id: DoubtId) => doubtsOf(cells).find((doubt) => doubt.id === id);

describe.each(DOUBT_IDS)('%s', (id) => {
  test.each(CASES[id].raises.map((cells) => [cells]))('is raised and names the cell (%#)', (cells) => {
    expect(raisedOf(cells, id)?.cells).toContain('c1');
  });

  test.each(CASES[id].leaves.map((cells) => [cells]))('is not raised by a close case (%#)', (cells) => {
    expect(raisedOf(cells, id)).toBeUndefined();
  });

  test('has a reference, is open, and claims no certainty', () => {
    const doubt = raisedOf(CASES[id].raises[0] ?? [], id);
    expect(doubt?.reference).toMatch(/\d|section|computed|standard|assessment|Database/u);
    expect(doubt).toMatchObject({ state: 'open', note: '' });
    expect(doubt?.text).not.toMatch(
      /\b(?:proves?|proven|certain(?:ly)?|clearly|obvious(?:ly)?|undoubtedly|definitely|always|wrong|false|fraud)\b/iu,
    );
  });
});

test('a doubt names the cells that raise it and no others', () => {
  const cells = [
    { evidence: evidence({ cell: { ...film, name: 'coated' } }) },
    { evidence: evidence({ cell: { name: 'bare' } }) },
  ];
  expect(raisedOf(cells, 'D21')?.cells).toEqual(['coated']);
});

test('a dismissed doubt stays with what was said to it', () => {
  const notes = [{ doubt: 'D21', state: 'dismissed', note: 'no mercury in the product' }] as const;
  const found = doubtsOf(one({ cell: film }), notes).find(({ id }) => id === 'D21');
  expect(found).toMatchObject({ state: 'dismissed', note: 'no mercury in the product', cells: ['c1'] });
});

describe('the doubts about mercury name the amounts of each cell', () => {
  const text = (cells: readonly Judged[], id: DoubtId) => raisedOf(cells, id)?.text ?? '';

  test('7 µm of LiHg3 are 8.6 mg/cm² of mercury, as heavy as lithium for 33 mAh/cm² (0.259 mg/mAh)', () => {
    const cells = one({ cell: { ...film, layerThickness_um: 7, area_cm2: 2 } });
    const onElectrode = /c1: ([\d.]+) mg on one electrode \(([\d.]+) mg\/cm²/u.exec(text(cells, 'D21'));
    expect(Number(onElectrode?.[2])).toBeCloseTo(8.6, 1);
    expect(Number(onElectrode?.[1])).toBeCloseTo(17.2, 1);
    const asLithium = /c1: .* mass of Li for ([\d.]+) mAh\/cm²/u.exec(text(cells, 'D22'));
    expect(Math.abs(Number(asLithium?.[1]) - 8.6 / 0.259)).toBeLessThan(0.3);
  });

  test('weighed mercury goes before a thickness, and what passes in a half cycle stands beside it', () => {
    // 1 mA on 1 cm² for an hour.
    const weighed = evidence({
      cell: { ...film, arealHg_mgPerCm2: 10, layerThickness_um: 7 },
      runs: [run([30, 30])],
    });
    expect(text([{ evidence: weighed }], 'D21')).toContain('c1: 10 mg on one electrode (10 mg/cm² as stated');
    expect(text([{ evidence: weighed }], 'D22')).toContain('where 1 mAh/cm² pass in a half cycle');
  });

  test('cells alike are told together, and those without an amount by name', () => {
    const cells = [
      ...['c1', 'c2'].map((name) => ({
        evidence: evidence({ cell: { ...film, name, arealHg_mgPerCm2: 8.6 } }),
      })),
      { evidence: evidence({ cell: { ...film, name: 'c3' } }) },
      { evidence: evidence({ cell: { ...film, name: 'c4', metal: 'Al', layerThickness_um: 7 } }) },
    ];
    expect(text(cells, 'D21')).toMatch(/c1, c2: 8\.6 mg on one electrode .*stated of c3, c4\./u);
  });
});
