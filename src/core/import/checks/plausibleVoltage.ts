/** A cell beyond 100 V is a header whose unit is wrong (millivolts called volts) far more often than a stack. */
import type { Column } from '#core/dataset.ts';
import { notApplicable, type Check, type CheckSubject, type Finding } from '#core/import/checks/check.ts';
import { checkWords } from '#core/text/checkWords.ts';

const LIMIT_V = 100;

export const plausibleVoltage: Check = { id: 'plausible-voltage', run: checkVoltages };

function checkVoltages({ dataset }: CheckSubject): Finding {
  const voltages = dataset.columns.filter((column) => column.unit === 'V');
  if (voltages.length === 0) return notApplicable(checkWords.noColumn('voltage_V'));
  const extremes = voltages.map((column) => ({ column: column.name, value: largest(column) }));
  const doubtful = extremes.filter(({ value }) => Math.abs(value) > LIMIT_V);
  return {
    status: doubtful.length > 0 ? 'failed' : 'passed',
    detail: checkWords.voltages(doubtful.length > 0 ? doubtful : extremes, LIMIT_V),
    warnings: doubtful.map((extreme) => ({ code: 'implausible-voltage', ...extreme })),
  };
}

/** The value furthest from zero, with its sign; 0 when nothing is recorded. */
function largest(column: Column): number {
  const { values } = column;
  let most = 0;
  let size = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (value <= size && -value <= size) continue;
    if (Number.isNaN(value)) continue;
    most = value;
    size = Math.abs(value);
  }
  return most;
}
