/** What people read of a full cell in place of the table of half cycles. */
import type { RetainedCycle } from '#core/cycling/fullCell/summariseFullCell.ts';
import type { FullCellSide } from '#core/cycling/fullCell/fullCellCycles.ts';
import { alignedRows } from './alignedRows.ts';
import { words } from './text/english.ts';

interface Column {
  readonly title: string;
  readonly valueOf: (cycle: RetainedCycle) => string;
}

const MISSING = '–';

/** One row a cycle; columns per mass and area only where these are known. */
export function fullCellTable(cycles: readonly RetainedCycle[]): string {
  const titles = words.cycling.fullCellTitles;
  const columns: readonly Column[] = [
    { title: titles.cycle, valueOf: ({ cycle }) => String(cycle) },
    { title: titles.current, valueOf: ({ discharge }) => number(discharge?.current_mA) },
    { title: titles.charge, valueOf: ({ charge }) => number(charge?.capacity_mAh) },
    { title: titles.discharge, valueOf: ({ discharge }) => number(discharge?.capacity_mAh) },
    ...perAmount(cycles),
    { title: titles.coulombic, valueOf: (cycle) => percent(cycle.coulombicEfficiency) },
    { title: titles.energy, valueOf: (cycle) => percent(cycle.energyEfficiency) },
    { title: titles.voltage, valueOf: (cycle) => percent(cycle.voltageEfficiency) },
    { title: titles.chargeVoltage, valueOf: ({ charge }) => number(charge?.averageVoltage_V, 4) },
    { title: titles.dischargeVoltage, valueOf: ({ discharge }) => number(discharge?.averageVoltage_V, 4) },
    { title: titles.halfVoltage, valueOf: ({ discharge }) => number(discharge?.halfCapacityVoltage_V, 4) },
    { title: titles.retention, valueOf: ({ retention }) => percent(retention) },
    { title: titles.flaw, valueOf: ({ leftOut }) => leftOut ?? '' },
  ];
  const rows = cycles.map((cycle) => columns.map(({ valueOf }) => valueOf(cycle)));
  const right = columns.slice(0, -1).map((_, c) => c);
  return alignedRows([columns.map(({ title }) => title), ...rows], right);
}

function perAmount(cycles: readonly RetainedCycle[]): Column[] {
  const titles = words.cycling.fullCellTitles;
  const amounts = [
    { title: titles.perMass, of: (side: FullCellSide | null) => side?.capacity_mAhPerG },
    { title: titles.perArea, of: (side: FullCellSide | null) => side?.capacity_mAhPerCm2 },
  ];
  return amounts
    .filter(({ of }) => cycles.some(({ discharge }) => typeof of(discharge) === 'number'))
    .map(({ title, of }) => ({ title, valueOf: ({ discharge }) => number(of(discharge)) }));
}

function number(value: number | null | undefined, count = 5): string {
  return Number.isFinite(value) ? String(Number(value?.toPrecision(count))) : MISSING;
}

function percent(share: number | null): string {
  return share === null ? MISSING : (100 * share).toFixed(2);
}
