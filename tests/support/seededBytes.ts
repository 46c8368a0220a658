/** A small seeded source of random numbers for property tests (mulberry32), and damage done with it. */

export interface SeededRandom {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
}

export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { below: (limit) => Math.floor(next() * limit) };
}

/** The seed of this run: AMALGAM_SEED, or a new one; printed so that a failure can be repeated. */
export function runSeed(): number {
  const given = process.env['AMALGAM_SEED'];
  const seed = given === undefined ? Date.now() % 1_000_000_000 : Number(given);
  console.log(`seed ${seed} (repeat with AMALGAM_SEED=${seed})`);
  return seed;
}

export type Damage = 'cut' | 'flip' | 'duplicate' | 'splice';
export const DAMAGES: readonly Damage[] = ['cut', 'flip', 'duplicate', 'splice'];

/** The bytes damaged in one way; `other` is what a splice takes a piece of. */
export function damaged(
  bytes: Uint8Array,
  damage: Damage,
  random: SeededRandom,
  other: Uint8Array,
): Uint8Array {
  const at = random.below(bytes.length + 1);
  const length = 1 + random.below(Math.min(bytes.length, 2000));
  switch (damage) {
    case 'cut':
      return random.below(2) === 0 ? bytes.slice(0, at) : without(bytes, at, length);
    case 'flip':
      return flipped(bytes, random);
    case 'duplicate':
      return inserted(bytes, at, bytes.slice(at, at + length));
    case 'splice': {
      const from = random.below(other.length + 1);
      return inserted(bytes, at, other.slice(from, from + length));
    }
  }
}

function without(bytes: Uint8Array, at: number, length: number): Uint8Array {
  const after = bytes.subarray(at + length);
  const result = new Uint8Array(Math.min(at, bytes.length) + after.length);
  result.set(bytes.subarray(0, at));
  result.set(after, at);
  return result;
}

function inserted(bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length + piece.length);
  result.set(bytes.subarray(0, at));
  result.set(piece, at);
  result.set(bytes.subarray(at), at + piece.length);
  return result;
}

function flipped(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const result = bytes.slice();
  for (let n = 1 + random.below(8); n > 0; n--) {
    const at = random.below(result.length);
    result[at] = random.below(2) === 0 ? random.below(256) : (result[at] ?? 0) ^ (1 << random.below(8));
  }
  return result;
}
