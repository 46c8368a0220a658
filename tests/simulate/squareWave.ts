/** A plain square wave for large files: as many rows as wanted at next to no cost for each. */
import type { CyclingRecord } from './cyclingRecord.ts';
import { createRandom } from './random.ts';

export interface SquareWave {
  readonly rows: number;
  readonly interval_s: number;
  readonly rowsPerHalfCycle: number;
  readonly current_A: number;
  readonly polarisation_V: number;
  readonly noise_V: number;
  readonly seed: number;
}

export const SQUARE_WAVE: SquareWave = {
  rows: 1_000_000,
  interval_s: 1,
  rowsPerHalfCycle: 3601,
  current_A: 0.005,
  polarisation_V: 0.08,
  noise_V: 0.0005,
  seed: 1,
};

/** Half cycles without rests; the row that ends one and the row that begins the next share their time. */
export function* squareWave(options: Partial<SquareWave> = {}): Generator<CyclingRecord> {
  const { rows, interval_s, rowsPerHalfCycle, current_A, polarisation_V, noise_V, seed } = {
    ...SQUARE_WAVE,
    ...options,
  };
  const random = createRandom(seed);
  const halfCycle_s = (rowsPerHalfCycle - 1) * interval_s;
  for (let row = 0; row < rows; row++) {
    const halfCycle = Math.floor(row / rowsPerHalfCycle);
    const place = row - halfCycle * rowsPerHalfCycle;
    const sign = halfCycle % 2 === 0 ? 1 : -1;
    const stepTime_s = place * interval_s;
    const voltage_V = sign * polarisation_V + noise_V * (2 * random.uniform() - 1);
    const signed_A = sign * current_A;
    yield {
      time_s: halfCycle * halfCycle_s + stepTime_s,
      stepTime_s,
      stepCount: halfCycle + 1,
      protocolLine: 1 + (halfCycle % 2),
      cycle: 1 + Math.floor(halfCycle / 2),
      kind: sign > 0 ? 'charge' : 'discharge',
      current_A: signed_A,
      voltage_V,
      stepCharge_Ah: (signed_A * stepTime_s) / 3600,
      stepEnergy_Wh: (signed_A * sign * polarisation_V * stepTime_s) / 3600,
      firstOfStep: place === 0,
      lastOfStep: place === rowsPerHalfCycle - 1,
    };
  }
}
