/** `npm run sample-study`: writes resources/sample-study from the seed. A test compares the folder with the simulator. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { sampleStudy } from './sampleStudy.ts';

const folder = resolve('resources/sample-study');
rmSync(folder, { recursive: true, force: true });
let total = 0;
for (const { path, bytes } of sampleStudy()) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
  total += bytes.length;
  process.stdout.write(`${path} ${bytes.length}\n`);
}
process.stdout.write(`${(total / 1e6).toFixed(2)} MB\n`);
