/** What two techniques say of one cell, as a table. */
import type { CrossCheck, Verdict } from '#core/compare/checks/crossCheck.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { text } from '../../text/text.ts';

const words = text.compare;

const ORDER: readonly Verdict[] = ['disagrees', 'agrees', 'cannot tell'];

/** Disagreements first: they are what is to be explained. */
export function checksTable(checks: readonly CrossCheck[]): ShownTable {
  const { columns } = words;
  return {
    titles: [columns.cell, columns.check, columns.verdict, columns.numbers],
    rows: ORDER.flatMap((verdict) => checks.filter((each) => each.verdict === verdict)).map(
      ({ cell, check, verdict, text: sentence }) => [
        cell,
        words.checks[check],
        words.verdicts[verdict],
        sentence,
      ],
    ),
  };
}
