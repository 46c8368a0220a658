/** `--cell KIND --area CM2 --interfaces N`: what the capacitances of a fit are held against. */
import { READY_CIRCUITS, type ImpedanceCell } from '#core/eis/readyCircuits.ts';
import type { Electrodes } from '#core/eis/roleWarnings.ts';
import { UsageError, type Invocation, type OptionDefinition } from './command.ts';
import { words } from './text/english.ts';

const CELLS: readonly ImpedanceCell[] = [...new Set(READY_CIRCUITS.map(({ cell }) => cell))];

export const ELECTRODE_OPTIONS: Readonly<Record<string, OptionDefinition>> = {
  cell: { type: 'string', value: 'KIND', description: words.eisFit.cellOption(CELLS) },
  area: { type: 'string', value: 'CM2', description: words.eisFit.areaOption() },
  interfaces: { type: 'string', value: 'N', description: words.eisFit.interfacesOption() },
};

/** Without it the circuits of every kind of cell come into question. */
export function cellOf({ options }: Invocation): ImpedanceCell {
  const text = options['cell'] ?? 'any';
  const cell = CELLS.find((each) => each === text);
  if (!cell) throw new UsageError(words.eisFit.badCell(String(text), CELLS));
  return cell;
}

/** Null without an area. */
export function electrodesOf({ options }: Invocation): Electrodes | null {
  const { area, interfaces = '2' } = options;
  if (interfaces !== '1' && interfaces !== '2')
    throw new UsageError(words.eisFit.badInterfaces(String(interfaces)));
  if (typeof area !== 'string') return null;
  const area_cm2 = area.trim() === '' ? NaN : Number(area);
  if (!(area_cm2 > 0) || !Number.isFinite(area_cm2)) throw new UsageError(words.eisFit.badArea(area));
  return { area_cm2, interfaces: interfaces === '1' ? 1 : 2 };
}
