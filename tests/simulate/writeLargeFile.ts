/** `node out/simulate/writeLargeFile.mjs PATH mpt|neware|arbin MEGABYTES`: a simulated file of about that size. */
import { writeLargeFile, type LargeFormat } from './largeFile.ts';

const FORMATS: readonly LargeFormat[] = ['mpt', 'neware', 'arbin'];

const [path, formatName, megabytes] = process.argv.slice(2);
const format = FORMATS.find((known) => known === formatName);
if (path === undefined || format === undefined || !(Number(megabytes) > 0)) {
  process.stderr.write('usage: writeLargeFile PATH mpt|neware|arbin MEGABYTES\n');
  process.exitCode = 2;
} else {
  const written = await writeLargeFile(path, { format, bytes: Number(megabytes) * 1e6 });
  process.stdout.write(`${path} ${written}\n`);
}
