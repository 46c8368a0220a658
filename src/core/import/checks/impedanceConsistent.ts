/** Impedance that a file holds twice, as Z' and Z'' and as modulus and phase, must be the same impedance. */
import { findColumn, type Column, type Dataset } from '#core/dataset.ts';
import { signAgreement } from '#core/eis/applyImpedanceSign.ts';
import { notApplicable, type Check, type Finding } from '#core/import/checks/check.ts';
import { checkWords } from '#core/text/checkWords.ts';

/** Files round |Z| to four digits or so. */
const LARGEST_DIFFERENCE_PERCENT = 1;

/** Columns of the file itself; one derived from the other says nothing. */
function recorded(dataset: Dataset, name: string): Column | undefined {
  const column = findColumn(dataset, name);
  return column?.derivedBy === undefined ? column : undefined;
}

function largestDifference(re: Column, im: Column, modulus: Column): number {
  let largest = 0;
  for (let row = 0; row < modulus.values.length; row++) {
    const stated = modulus.values[row] ?? NaN;
    const found = Math.hypot(re.values[row] ?? NaN, im.values[row] ?? NaN);
    if (stated > 0 && Number.isFinite(found)) largest = Math.max(largest, Math.abs(found / stated - 1));
  }
  return 100 * largest;
}

function run(dataset: Dataset): Finding {
  if (dataset.kind !== 'impedance') return notApplicable(checkWords.noImpedance());
  const re = recorded(dataset, 'zRe_ohm');
  const im = recorded(dataset, 'zIm_ohm');
  const phase = recorded(dataset, 'zPhase_deg');
  const modulus = recorded(dataset, 'zModulus_ohm');
  if (!re || !im || (!phase && !modulus)) return notApplicable(checkWords.impedanceOnce());
  const { same, opposite } = phase ? signAgreement(im.values, phase.values) : { same: 0, opposite: 0 };
  const difference_percent = modulus ? largestDifference(re, im, modulus) : null;
  const contradicts = opposite > same;
  const differs = (difference_percent ?? 0) > LARGEST_DIFFERENCE_PERCENT;
  return {
    status: contradicts ? 'failed' : differs ? 'differs' : 'passed',
    detail: checkWords.impedanceTwice({ same, points: same + opposite, difference_percent }),
    warnings: contradicts ? [{ code: 'zim-sign-differs', opposite, points: same + opposite }] : [],
  };
}

export const impedanceConsistent: Check = {
  id: 'impedance-consistent',
  run: ({ dataset }) => run(dataset),
};
