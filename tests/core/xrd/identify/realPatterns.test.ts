import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diffractionPatternOf } from '#core/xrd/diffractionPatternOf.ts';
import { candidatePhases } from '#core/xrd/identify/candidatePhases.ts';
import { identifyPhases } from '#core/xrd/identify/identifyPhases.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { importBytes } from '../../../support/importBytes.ts';
import { sharedFile } from '../../../support/sharedData.ts';

/** What the samples were made of, by the names that their owners gave the files. */
const PATTERNS: readonly (readonly [string, readonly string[]])[] = [
  ['dara/BiFeO3.xy', ['BiFeO3']],
  ['dara/Li2CO3_0p9001-ZrO2_0p1000--2min.xrdml', ['Li2CO3', 'ZrO2-mon']],
  ['dara/NiO_0p2030-Li2CO3_0p2999-TiO2_0p5025--2min.xrdml', ['Li2CO3', 'NiO', 'TiO2-anatase']],
  // With a rest of the starting oxide: anatase's 101 and 200 stand in the file at 25.3 and 48.05°.
  ['XRD-AutoAnalyzer/Li2TiO3.xy', ['Li2TiO3', 'TiO2-anatase']],
  ['XRD-AutoAnalyzer/LiF.xy', ['LiF']],
  ['XRD-AutoAnalyzer/TiO2.xy', ['TiO2-anatase']],
  ['xrd-analysis/MG1-Cu2O-28_bg_subtracted.xy', ['Cu2O']],
  ['datalab/TiO2.raw', ['TiO2-rutile']],
  ['Xerus/TiO2+MnO_parsed.csv', ['MnO', 'TiO2-anatase']],
  ['Xerus/Cr-Ni.ras', ['Cr', 'Ni']],
  ['Xerus/Cr-Zn.ras', ['Cr', 'Zn']],
];

async function presentPhases(path: string, missing: readonly string[] = []): Promise<string[]> {
  const outcome = await importBytes(readFileSync(path), path);
  const [dataset] = outcome.ok ? outcome.datasets : [];
  const read = dataset && diffractionPatternOf(dataset);
  const radiation = (read?.ok === true && read.pattern.radiation) || radiationOf('CuKa');
  if (read?.ok !== true || !radiation) return expect.fail(`${path} holds no pattern`);
  const { pattern } = read;
  const candidates = candidatePhases(
    phaseLibrary().filter(({ id }) => !missing.includes(id)),
    radiation,
    {
      twoThetaMin_deg: (pattern.twoTheta_deg[0] ?? NaN) - 0.5,
      twoThetaMax_deg: (pattern.twoTheta_deg.at(-1) ?? NaN) + 0.5,
      tables: XRAY_TABLES,
    },
  );
  const { phases } = identifyPhases(pattern, candidates);
  return phases
    .filter(({ verdict }) => verdict === 'present')
    .map(({ id }) => id)
    .sort();
}

describe('real patterns against the whole library', () => {
  for (const [file, phases] of PATTERNS) {
    const path = sharedFile(`xrd/${file}`);
    test.skipIf(path === null)(`${file}: present are ${phases.join(', ')} and nothing else`, async () => {
      expect(await presentPhases(path ?? '')).toEqual(phases);
    });
  }

  for (const [file, phases] of PATTERNS) {
    const path = sharedFile(`xrd/${file}`);
    test.skipIf(path === null)(
      `${file}: without ${phases.join(', ')} in the library no other takes the place`,
      async () => {
        expect(await presentPhases(path ?? '', phases)).toEqual([]);
      },
    );
  }
});
