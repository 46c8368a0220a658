/** Writes exports of a million rows as the instruments write them. Simulated numbers; imports nothing from src. */
import { closeSync, openSync, writeSync } from 'node:fs';

/** mulberry32: the same files from the same seed on every machine. */
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const two = (number) => String(number).padStart(2, '0');
const three = (number) => String(number).padStart(3, '0');

function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const hours = two(Math.floor(seconds / 3600));
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${three(milliseconds % 1000)}`;
}

function isoDate(milliseconds) {
  return new Date(milliseconds).toISOString().replace('T', ' ').slice(0, 23);
}

/** `3.283641917048226E+002`, as EC-Lab writes every number. */
function ecLab(value) {
  const [mantissa, exponent] = value.toExponential(15).split('e');
  return `${mantissa}E${exponent[0]}${three(Math.abs(Number(exponent)))}`;
}

const START_MS = Date.UTC(2024, 8, 20, 8, 0, 0);
const STEPS = ['CC Chg', 'Rest', 'CC DChg', 'Rest'];

/** What one cell does in row i: half cycles of so many rows at one sample a second, noise on top. */
function sample(i, random, rowsPerHalf) {
  const half = Math.floor(i / rowsPerHalf);
  const ms = i * 1000 + Math.floor(random() * 3);
  const charging = half % 2 === 0;
  const current_A = (charging ? 1 : -1) * (0.005 + (random() - 0.5) * 1e-6);
  const voltage_V = (charging ? 1 : -1) * (0.04 + 0.01 * random());
  return {
    half,
    ms,
    stepMs: (i % rowsPerHalf) * 1000,
    current_A,
    voltage_V,
    capacity_Ah: ((i % rowsPerHalf) * 0.005) / 3600,
  };
}

export const EXPORTS = {
  neware: {
    title: 'Neware CSV, dates and h:mm:ss.mmm',
    header:
      'DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(mA),Voltage(V),Capacity(mAh),Energy(mWh),Date,Power(W)\r\n',
    row: (i, random, rowsPerHalf = 3600) => {
      const s = sample(i, random, rowsPerHalf);
      const cells = [
        i + 1,
        1 + (s.half >> 1),
        1 + (s.half % 4),
        STEPS[s.half % 4],
        clock(s.stepMs),
        clock(s.ms),
        (s.current_A * 1000).toFixed(4),
        s.voltage_V.toFixed(4),
        (s.capacity_Ah * 1000).toFixed(4),
        (s.capacity_Ah * 1000 * Math.abs(s.voltage_V)).toFixed(4),
        isoDate(START_MS + s.ms),
        (s.current_A * s.voltage_V).toFixed(5),
      ];
      return `${cells.join(',')}\r\n`;
    },
  },
  arbin: {
    title: 'Arbin CSV, numeric',
    header:
      'Data Point,Test Time (s),Step Time (s),Cycle Index,Step Index,Current (A),Voltage (V),Power (W),Charge Capacity (Ah),Discharge Capacity (Ah),Charge Energy (Wh),Discharge Energy (Wh)\n',
    row: (i, random, rowsPerHalf = 3600) => {
      const s = sample(i, random, rowsPerHalf);
      const cells = [
        i + 1,
        (s.ms / 1000).toFixed(4),
        (s.stepMs / 1000).toFixed(4),
        1 + (s.half >> 1),
        1 + (s.half % 4),
        s.current_A.toFixed(9),
        s.voltage_V.toFixed(9),
        (s.current_A * s.voltage_V).toFixed(9),
        s.capacity_Ah.toFixed(12),
        (s.capacity_Ah / 2).toFixed(12),
        (s.capacity_Ah * 0.04).toFixed(12),
        (s.capacity_Ah * 0.02).toFixed(12),
      ];
      return `${cells.join(',')}\n`;
    },
  },
  mpt: {
    title: 'EC-Lab .mpt, 16 digits',
    header:
      'EC-Lab ASCII FILE\r\nNb header lines : 3                          \r\nmode\tox/red\terror\tcontrol changes\tNs changes\tcounter inc.\tNs\ttime/s\tcontrol/V/mA\tEwe/V\tdq/mA.h\t(Q-Qo)/mA.h\t<I>/mA\thalf cycle\t\r\n',
    row: (i, random, rowsPerHalf = 3600) => {
      const s = sample(i, random, rowsPerHalf);
      const flags = `1\t${s.half % 2}\t0\t0\t0\t0\t${s.half % 3}`;
      const numbers = [
        s.ms / 1000 + random() * 1e-4,
        5,
        s.voltage_V,
        (s.current_A * 1000) / 3600,
        s.capacity_Ah * 1000,
        s.current_A * 1000,
      ];
      return `${flags}\t${numbers.map(ecLab).join('\t')}\t${s.half}\r\n`;
    },
  },
};

/** What the window's own bench opens: as many columns as its target names. */
const NEWARE_EIGHT = {
  title: 'Neware CSV of 8 columns',
  header: 'DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(mA),Voltage(V)\r\n',
  row: (i, random, rowsPerHalf = 3600) => {
    const s = sample(i, random, rowsPerHalf);
    const step = `${1 + (s.half >> 1)},${1 + (s.half % 4)},${STEPS[s.half % 4]}`;
    const measured = `${(s.current_A * 1000).toFixed(4)},${s.voltage_V.toFixed(4)}`;
    return `${i + 1},${step},${clock(s.stepMs)},${clock(s.ms)},${measured}\r\n`;
  },
};

/** Writes one export and returns nothing; `rows` rows from `seed`, `rowsPerHalf` a half cycle. */
export function writeExport(path, { kind, rows, seed, rowsPerHalf }) {
  const random = seededRandom(seed);
  const { header, row } = kind === 'newareEight' ? NEWARE_EIGHT : EXPORTS[kind];
  const file = openSync(path, 'w');
  let pending = header;
  for (let i = 0; i < rows; i++) {
    pending += row(i, random, rowsPerHalf);
    if (pending.length > 1 << 20) {
      writeSync(file, pending);
      pending = '';
    }
  }
  writeSync(file, pending);
  closeSync(file);
}

/** Rows whose noise a long export repeats; a whole number of cycles. */
const BLOCK_ROWS = 72_000;

/**
 * An Arbin export of at least `bytes`, as long a run as it takes: clock and cycle numbers run on, the noise of current
 * and voltage repeats after BLOCK_ROWS. Fast enough for files beyond V8's longest string.
 */
export function writeLongExport(path, { bytes, seed }) {
  const random = seededRandom(seed);
  const { header, row } = EXPORTS.arbin;
  const tails = Array.from({ length: BLOCK_ROWS }, (_, i) => row(i, random).split(',').slice(4).join(','));
  const file = openSync(path, 'w');
  let written = writeSync(file, header);
  for (let i = 0; written < bytes;) {
    const block = tails.map((tail) => {
      const head = `${i + 1},${i}.00${i % 10}0,${i % 3600}.0000,${1 + Math.floor(i / 7200)}`;
      i++;
      return `${head},${tail}`;
    });
    written += writeSync(file, block.join(''), null, 'latin1');
  }
  closeSync(file);
}
