import { expect, test } from 'vitest';
import { NOTHING_KNOWN } from '#core/cycling/events/criterion.ts';
import { summariseCycling } from '#core/cycling/summariseCycling.ts';
import { simulateSymmetricCell } from '../../../simulate/symmetricCell.ts';
import type { Fate, SimulatedCell } from '../../../simulate/symmetricCell.ts';
import { datasetOf } from '../datasetOf.ts';

type Verdict = 'none' | 'suspect' | 'soft-short' | 'hard-short' | 'contact-loss';

const VERDICTS: readonly Verdict[] = ['none', 'suspect', 'soft-short', 'hard-short', 'contact-loss'];

/** 600 cells, of which a short run takes every third; what each fate deserves to be called. */
const FATES: readonly { fate: Fate; cells: number; deserves: Verdict }[] = [
  { fate: 'healthy', cells: 50, deserves: 'none' },
  { fate: 'noisy', cells: 50, deserves: 'none' },
  { fate: 'paused', cells: 50, deserves: 'none' },
  { fate: 'rates', cells: 50, deserves: 'none' },
  { fate: 'conditioning', cells: 75, deserves: 'none' },
  { fate: 'below-floor', cells: 25, deserves: 'suspect' },
  { fate: 'soft-short', cells: 100, deserves: 'soft-short' },
  { fate: 'hard-short', cells: 100, deserves: 'hard-short' },
  { fate: 'contact-loss', cells: 100, deserves: 'contact-loss' },
];
const SEED = Number(process.env['AMALGAM_FATES_SEED'] ?? 20260101);
const EVERY = process.env['AMALGAM_FATES'] === 'all' ? 1 : 3;

function verdictOf({ time_s, current_A, voltage_V, ohmic_ohm }: SimulatedCell): Verdict {
  const columns = { time_s: [...time_s], current_A: [...current_A], voltage_V: [...voltage_V] };
  const outcome = summariseCycling(datasetOf(columns), {
    area_cm2: 1,
    mass_mg: null,
    setCurrent_A: null,
    known: { ...NOTHING_KNOWN, ohmic_ohm },
  });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const kinds = outcome.summary.events.map(({ kind }) => VERDICTS.findIndex((verdict) => verdict === kind));
  return VERDICTS[Math.max(0, ...kinds)] ?? 'none';
}

test('a resistance that grows smoothly is no contact lost, however much it grows in the end', () => {
  const cells = Math.ceil(60 / EVERY);
  const verdicts = Array.from({ length: cells }, (_, i) =>
    verdictOf(simulateSymmetricCell('growing', SEED + i)),
  );
  const wrong = verdicts.filter((verdict) => verdict !== 'none');
  console.log(`growing: ${wrong.length} of ${cells} called otherwise, seeds from ${SEED}`);
  expect(wrong.length / cells).toBeLessThanOrEqual(0.02);
});

test('simulated cells are called what they are', () => {
  const calls = FATES.flatMap(({ fate, cells, deserves }) =>
    Array.from({ length: Math.ceil(cells / EVERY) }, (_, i) => {
      const verdict = verdictOf(simulateSymmetricCell(fate, SEED + i));
      return { deserves, verdict };
    }),
  );
  console.log(`${calls.length} simulated cells, seeds from ${SEED}`);
  for (const verdict of VERDICTS) {
    const deserving = calls.filter(({ deserves }) => deserves === verdict);
    const others = calls.filter(({ deserves }) => deserves !== verdict);
    const sensitivity = deserving.filter((call) => call.verdict === verdict).length / deserving.length;
    const falseAlarms = others.filter((call) => call.verdict === verdict).length / others.length;
    console.log(
      `${verdict}: sensitivity ${(100 * sensitivity).toFixed(1)} %, false alarms ${(100 * falseAlarms).toFixed(1)} %`,
    );
    expect.soft(sensitivity, verdict).toBeGreaterThanOrEqual(0.95);
    expect.soft(falseAlarms, verdict).toBeLessThanOrEqual(0.02);
  }
});
