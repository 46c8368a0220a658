/** Had the run ended when the file was written? The format knows; this makes its answer part of the receipt. */
import type { Check } from '#core/import/checks/check.ts';
import { checkWords } from '#core/text/checkWords.ts';

export const completeFile: Check = {
  id: 'complete-file',
  run: ({ facts }) => ({
    status: facts.complete ? 'passed' : 'failed',
    detail: facts.complete ? checkWords.complete() : checkWords.growing(),
    warnings: [],
  }),
};
