/** Writes a simulated scan of LiHg3 on LLTO to the named file, for what looks at one: `node simulatedScan.mjs FILE`. */
import { writeFileSync } from 'node:fs';
import { amalgamFilm } from '../tests/simulate/amalgamFilm.ts';
import { createRandom } from '../tests/simulate/random.ts';

const weights = { LiHg3: 1, 'LLTO-tet': 1 };
const film = { strongest_counts: 6000, background_counts: 80, fwhm_deg: 0.1, eta: 0.4, weights };
const { twoTheta_deg, intensity_counts } = amalgamFilm(film, createRandom(1));
const rows = Array.from(twoTheta_deg, (angle, k) => `${angle.toFixed(4)} ${intensity_counts[k] ?? 0}`);
writeFileSync(process.argv[2] ?? 'scan.xy', `# simulated\n${rows.join('\n')}\n`);
