import { expect, test } from 'vitest';
import { allowedPhases } from '#core/xrd/identify/chemistryFilter.ts';
import { identifyPattern } from '#core/xrd/identify/identifyPattern.ts';
import { radiationOf } from '#core/xrd/radiations.ts';
import { phaseLibrary } from '#resources/phases/phaseLibrary.ts';
import { XRAY_TABLES } from '#resources/xray/xrayTables.ts';
import { amountText } from '../../src/cli/amountText.ts';
import { amalgamFilm } from '../simulate/amalgamFilm.ts';
import { createRandom } from '../simulate/random.ts';

const radiation = radiationOf('CuKa') ?? expect.fail('no CuKa');

function scan() {
  const weights = { LiHg3: 30, 'LLTO-tet': 70 };
  const shape = { strongest_counts: 6000, background_counts: 80, fwhm_deg: 0.1, eta: 0.4 };
  const pattern = { ...amalgamFilm({ ...shape, weights }, createRandom(7)), radiation };
  const source = { pattern, radiation, tables: XRAY_TABLES, phases: phaseLibrary() };
  const phases = allowedPhases(source.phases, ['Li', 'Hg', 'La', 'Ti', 'O']);
  return { ...source, identification: identifyPattern({ ...source, phases }) };
}

test('amounts of a simulated powder by both methods stand in a row, their doubts below', () => {
  const text = amountText(scan());
  const row = /^LiHg3 +([\d.]+) ± [\d.]+ wt% +([\d.]+) ± [\d.]+ wt% +t99 2\.9 µm at 38\.12°$/mu.exec(text);
  const [, pattern = '', rir = ''] = row ?? expect.fail(text);
  expect(Math.abs(Number(pattern) - 30)).toBeLessThan(2);
  expect(Math.abs(Number(rir) - 30)).toBeLessThan(2);
  expect(text).toContain('LiHg3 beside LLTO-tet: if it is a film on it');
});

test('nothing is said where no phase is present', () => {
  const request = scan();
  expect(amountText({ ...request, identification: { ...request.identification, phases: [] } })).toBe('');
});
