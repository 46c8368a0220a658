/** Seeded randomness for simulated measurements: the same seed gives the same bytes on every machine. */

export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  readonly uniform: () => number;
  /** Approximately normal, mean 0 and standard deviation 1, never beyond ±6. */
  readonly normal: () => number;
}

/** Steele, Lea, Flood: SplitMix, OOPSLA 2014; the 32-bit finaliser is MurmurHash3's. Spreads one seed over a state. */
function splitMix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

const rotateLeft = (x: number, bits: number): number => (x << bits) | (x >>> (32 - bits));

/** xoshiro128** of Blackman and Vigna, ACM Trans. Math. Softw. 47 (2021) 36. */
export function createRandom(seed: number): Random {
  const next = splitMix32(seed);
  const s: [number, number, number, number] = [next(), next(), next(), next()];
  const uniform = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotateLeft(s[3], 11);
    return result / 2 ** 32;
  };
  return { uniform, normal: () => irwinHall(uniform) };
}

/** The sum of twelve uniforms less six: additions only, so no engine's logarithm or cosine enters the bytes. */
function irwinHall(uniform: () => number): number {
  let sum = -6;
  for (let index = 0; index < 12; index++) sum += uniform();
  return sum;
}
