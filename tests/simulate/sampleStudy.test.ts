import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { amalgamSolidCell, bareSolidCell, LLTO } from './cells/solidElectrolyteCell.ts';
import { amalgamLiquidCell, METALS } from './cells/liquidElectrolyteCell.ts';
import type { CellModel } from './galvanostat.ts';
import { sampleStudy } from './sampleStudy.ts';

const FOLDER = resolve(import.meta.dirname, '../../resources/sample-study');
const files = sampleStudy();

interface StudyJson {
  readonly simulated: boolean;
  readonly groups: readonly { readonly id: string }[];
  readonly cells: readonly {
    readonly name: string;
    readonly group: string;
    readonly metal: string;
    readonly electrolyte: string;
    readonly files: readonly { readonly path: string }[];
  }[];
}

function studyJson(): StudyJson {
  const [first] = files;
  return JSON.parse(Buffer.from(first?.bytes ?? []).toString('utf8')) as StudyJson;
}

/** One-sided polarisation in the middle of the half cycle that begins at `hour`, mV: mean over 40-60 %. */
function polarisation_mV(cell: CellModel, hour: number): number {
  const samples = Array.from({ length: 73 }, (_, index) => {
    const stepTime_s = 1440 + 10 * index;
    const time_s = 3600 * hour + stepTime_s;
    return cell({ time_s, stepTime_s, halfCycle: hour, direction: 1, passed_mAhPerCm2: 0 });
  });
  return (1000 * samples.reduce((sum, value) => sum + value, 0)) / samples.length;
}

describe('the sample study', () => {
  test('in the repository is what the simulator writes, byte for byte', () => {
    const onDisk = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(FOLDER.length + 1)
          .replaceAll('\\', '/'),
      );
    expect([...onDisk].sort()).toEqual(files.map(({ path }) => path).sort());
    const different = files.filter(
      ({ path, bytes }) => Buffer.compare(readFileSync(join(FOLDER, path)), bytes) !== 0,
    );
    expect(different.map(({ path }) => path)).toEqual([]);
  });

  test('changes with the seed', () => {
    const other = sampleStudy(7);
    const same = files.filter(
      ({ bytes }, index) => Buffer.compare(bytes, other[index]?.bytes ?? bytes) === 0,
    );
    expect(same.map(({ path }) => path)).toEqual(['study.json']);
  });

  test('takes less than 8 MB', () => {
    expect(files.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(8e6);
  });

  test('says that it is simulated in every file, or in its folder where the format has no comments', () => {
    expect(studyJson().simulated).toBe(true);
    for (const { path, bytes } of files.slice(1)) {
      expect(path).toMatch(/^simulated-/);
      if (!path.endsWith('.csv')) expect(Buffer.from(bytes).includes('SIMULATED'), path).toBe(true);
    }
  });

  test('has at least three cells in each group of each metal and electrolyte, and every file belongs to one', () => {
    const { cells, groups } = studyJson();
    const count = new Map<string, number>();
    for (const cell of cells) {
      const key = `${cell.group} ${cell.metal} ${cell.electrolyte}`;
      count.set(key, (count.get(key) ?? 0) + 1);
      expect(groups.map(({ id }) => id)).toContain(cell.group);
    }
    expect(count.size).toBe(12);
    expect(Math.min(...count.values())).toBeGreaterThanOrEqual(3);
    const claimed = cells.flatMap((cell) => cell.files.map(({ path }) => path));
    expect(claimed.sort()).toEqual(
      files
        .slice(1)
        .map(({ path }) => path)
        .sort(),
    );
  });
});

describe('the simulated cells follow the numbers of the paper', () => {
  const seeds = [1, 2, 3, 4];

  test('amalgam Li | LLTO falls from about 80 to about 10 mV and stays there', () => {
    for (const seed of seeds) {
      const cell = amalgamSolidCell(seed).voltage;
      expect(Math.abs(polarisation_mV(cell, 0) - 80)).toBeLessThan(8);
      expect(Math.abs(polarisation_mV(cell, 90) - 10)).toBeLessThan(2);
      expect(Math.abs(polarisation_mV(cell, 490) - 10)).toBeLessThan(2);
    }
  });

  test('its late plateau lies below the ohmic floor j L / sigma of the electrolyte stated in the study', () => {
    const floor_mV = (5 * LLTO.thickness_um * 1e-4) / LLTO.conductivity_SPerCm;
    expect(floor_mV).toBeCloseTo(50, 9);
    expect(polarisation_mV(amalgamSolidCell(1).voltage, 200)).toBeLessThan(floor_mV / 2);
  });

  test('bare Li | LLTO rises more than fivefold within ten hours', () => {
    for (const seed of seeds) {
      const cell = bareSolidCell(seed).voltage;
      expect(polarisation_mV(cell, 10)).toBeGreaterThan(5 * polarisation_mV(cell, 0));
    }
  });

  test('five cycles leave the amalgam cell far less resistive than the bare one, which began slightly below', () => {
    const total_ohm = (cell: ReturnType<typeof bareSolidCell>, time_s: number): number => {
      const { series_ohm, arcs, parallel_ohm } = cell.circuitAt(time_s, 1);
      const ionic = arcs.reduce((sum, { r_ohm }) => sum + r_ohm, series_ohm);
      return parallel_ohm === null ? ionic : 1 / (1 / ionic + 1 / parallel_ohm);
    };
    for (const seed of seeds) {
      const [bare, amalgam] = [bareSolidCell(seed), amalgamSolidCell(seed + 10)];
      expect(total_ohm(amalgam, 0)).toBeGreaterThan(total_ohm(bare, 0));
      expect(total_ohm(amalgam, 37_000) * 5).toBeLessThan(total_ohm(bare, 37_000));
    }
  });

  test.each(METALS.map((metal) => [metal, { Li: 70, Na: 3, Zn: 8, Al: 10, Mg: 100 }[metal]] as const))(
    'amalgam %s in liquid electrolyte polarises by about %d mV',
    (metal, expected_mV) => {
      for (const seed of seeds) {
        const found = polarisation_mV(amalgamLiquidCell(metal, seed), 10);
        expect(Math.abs(found / expected_mV - 1)).toBeLessThan(0.25);
      }
    },
  );
});
