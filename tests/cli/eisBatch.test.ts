/** The built program on many spectra at once. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../simulate/random.ts';
import { noisySpectrum, relaxationImpedance, sweepFrequencies } from '../simulate/relaxations.ts';
import { builtProgram, type BuiltProgram } from '../support/builtProgram.ts';

let folder = '';
let program: BuiltProgram;

/** 10 Ω and an arc of 100 Ω behind leads of `leads_ohm`, as a file with titles. */
function spectrumText(seed: number, leads_ohm = 0): string {
  const at = (f: number) => {
    const { re, im } = relaxationImpedance({ r_ohm: 100, tau_s: 1e-3, a: 0.9, b: 1 }, f);
    return { re: re + 10 + leads_ohm, im };
  };
  const sweep = sweepFrequencies({ start_Hz: 1e5, stop_Hz: 1, points: 31 });
  const { frequency_Hz, zRe_ohm, zIm_ohm } = noisySpectrum(at, sweep, {
    noise: 1e-3,
    random: createRandom(seed),
  });
  const rows = Array.from(frequency_Hz, (f, k) => `${f},${zRe_ohm[k] ?? ''},${zIm_ohm[k] ?? ''}`);
  return `frequency_Hz,zRe_ohm,zIm_ohm\n${rows.join('\n')}\n`;
}

const path = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amalgam-batch-'));
  program = await builtProgram();
  for (const seed of [1, 2, 3, 4]) await writeFile(path(`${seed}.csv`), spectrumText(seed));
  await writeFile(path('leads.csv'), spectrumText(5, 7));
  await writeFile(path('short.csv'), 'frequency_Hz,zRe_ohm,zIm_ohm\n200000,7,0\n1000,7,0\n0.5,7,0\n');
  await writeFile(path('narrow.csv'), 'frequency_Hz,zRe_ohm,zIm_ohm\n1000,7,0\n100,7,0\n10,7,0\n');
  await writeFile(path('bad.csv'), 'nothing of use\n');
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Document {
  readonly file: { readonly name: string };
  readonly parameters?: readonly { readonly name: string; readonly value: number }[];
  readonly problem: { readonly code: string } | null;
}

async function amalgam(...args: string[]) {
  const { code, stdout, stderr } = await program(...args, '--json');
  const document = (stdout === '' ? {} : JSON.parse(stdout)) as { results?: Document[] } & Document;
  return { code, results: document.results ?? [document], stderr };
}

const FILES = ['1.csv', 'bad.csv', '2.csv', '3.csv', '4.csv'];
const fit = (...args: string[]) => amalgam('eis', 'fit', '--circuit', 'R0-p(R1,CPE1)', ...args);
const batch = (out: string) => fit('--batch', '--out', path(out), ...FILES.map(path));
const valueOf = (document: Document | undefined, name: string) =>
  document?.parameters?.find((parameter) => parameter.name === name)?.value ?? NaN;

test('a batch answers for every file in order, and a bad one does not stop the rest', async () => {
  const { code, results } = await batch('tables');
  expect(code).toBe(1);
  expect(results.map(({ file }) => file.name)).toEqual(FILES);
  expect(results.map(({ problem }) => problem === null)).toEqual([true, false, true, true, true]);
  for (const at of [0, 2, 3, 4]) expect(Math.abs(valueOf(results[at], 'R1') - 100)).toBeLessThan(1);
  expect((await readdir(path('tables'))).sort()).toEqual(['curves.csv', 'parameters.csv']);
  const lines = (await readFile(path('tables/parameters.csv'), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(1 + FILES.length);
  expect(lines[0]).toContain(',R1 (ohm),R1 standardError (ohm),');
  const curves = (await readFile(path('tables/curves.csv'), 'utf8')).trimEnd().split('\n');
  // measured, fit and Kramers-Kronig of 31 points for each of four spectra, under one title
  expect(curves).toHaveLength(1 + 4 * 3 * 31);
}, 60_000);

test('a batch that was killed goes on from what is finished, with the same tables', async () => {
  await batch('whole');
  const whole = await readFile(path('whole/parameters.csv'), 'utf8');
  const child = execFile(process.execPath, [
    path('program/amalgam.mjs'),
    ...['eis', 'fit', '--circuit', 'R0-p(R1,CPE1)', '--batch', '--out', path('broken'), ...FILES.map(path)],
  ]);
  const ended = new Promise((done) => child.on('exit', done));
  // Killed as soon as one result is there, or after it has ended on a fast machine.
  const watch = setInterval(() => {
    void readFile(path('broken/unfinished-batch.txt'), 'utf8').then(
      (text) => text.includes(' .') && child.kill('SIGKILL'),
      () => undefined,
    );
  }, 2);
  await ended;
  clearInterval(watch);
  await batch('broken');
  expect(await readFile(path('broken/parameters.csv'), 'utf8')).toBe(whole);
  expect(await readdir(path('broken'))).not.toContain('unfinished-batch.txt');
}, 60_000);

test('leads measured apart are subtracted, and a blank that does not reach is refused', async () => {
  const without = await fit(path('leads.csv'));
  expect(Math.abs(valueOf(without.results[0], 'R0') - 17)).toBeLessThan(0.2);
  const corrected = await fit('--blank-short', path('short.csv'), path('leads.csv'));
  expect(Math.abs(valueOf(corrected.results[0], 'R0') - 10)).toBeLessThan(0.2);
  const refused = await fit('--blank-short', path('narrow.csv'), path('leads.csv'));
  expect(refused.code).toBe(1);
  expect(refused.results[0]?.problem?.code).toBe('blank-too-narrow');
}, 60_000);

test('--out without --batch, and --spectrum with it, are wrong usage', async () => {
  expect((await fit('--out', path('x'), path('1.csv'))).code).toBe(2);
  expect((await fit('--batch', '--spectrum', '1', path('1.csv'))).code).toBe(2);
});
