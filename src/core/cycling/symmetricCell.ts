/** What a run says of a symmetric cell as a whole. */
import type { CellFacts } from '#core/cycling/cellFacts.ts';
import { criticalCurrent, type CriticalCurrent } from '#core/cycling/criticalCurrentDensity.ts';
import type { CyclingTrace } from '#core/cycling/cyclingTrace.ts';
import { dcAreaResistance, type DcAreaResistance } from '#core/cycling/dcAreaResistance.ts';
import type { CyclingEvents } from '#core/cycling/events/cyclingEvents.ts';
import type { RunPart } from '#core/cycling/events/runParts.ts';
import type { HalfCycle } from '#core/cycling/halfCycles.ts';
import { irDrop, type IrDrop } from '#core/cycling/irDrop.ts';
import { ohmicFloor_ohm_cm2 } from '#core/cycling/ohmicFloor.ts';
import { searchSorted } from '#core/numeric/searchSorted.ts';
import { platedCapacity, type PlatedCapacity } from '#core/cycling/platedCapacity.ts';
import {
  limitingCurrent_mAPerCm2,
  saltTransport,
  type SaltRefusal,
  type SaltTransport,
} from '#core/cycling/sandTime.ts';

/** Of the half cycles before the first short; noise about 0 V may turn a few. */
const NEARLY_EVERY = 0.9;

export interface SymmetricCell {
  /** E goes with the sign of the current in both directions; where it does not, what supposes two like electrodes is null. */
  readonly followsCurrent: boolean;
  readonly dcResistance: DcAreaResistance | null;
  /** Null without a protocol of at least three steps up. */
  readonly criticalCurrent: CriticalCurrent | null;
  readonly platedCapacity: PlatedCapacity;
  /** What Sand's time was computed with, or the first thing it lacks. */
  readonly saltTransport:
    | (SaltTransport & { readonly limitingCurrent_mAPerCm2: number | null })
    | { readonly refused: SaltRefusal | 'area' };
  /** L/σ of the electrolyte. */
  readonly ohmicFloor_ohm_cm2: number | null;
  /** Of all steps of the current, those at rate steps inside a half cycle included. */
  readonly irDrops: Readonly<Record<IrDrop['resolution'], number>>;
}

export interface SymmetricRun {
  readonly trace: CyclingTrace;
  readonly halfCycles: readonly HalfCycle[];
  /** At the begin of each half cycle. */
  readonly firstDrops: readonly IrDrop[];
  readonly parts: readonly RunPart[];
  readonly events: CyclingEvents;
}

export function symmetricCell(run: SymmetricRun, cell: CellFacts, area_cm2: number | null): SymmetricCell {
  const { trace, halfCycles, parts, events } = run;
  const drops = dropsOf(run);
  const electrolyte_ohm_cm2 = ohmicFloor_ohm_cm2(cell);
  const end_s = endOfHealth_s(events);
  const healthy = parts.filter(({ endTime_s }) => endTime_s <= end_s);
  const isSymmetric = followsCurrent(
    trace,
    halfCycles.filter(({ startTime_s }) => startTime_s < end_s),
  );
  return {
    followsCurrent: isSymmetric,
    dcResistance: isSymmetric
      ? dcAreaResistance(healthy, {
          drops: drops.filter(({ time_s }) => time_s <= end_s).map(({ drop }) => drop),
          area_cm2,
          electrolyte_ohm_cm2,
        })
      : null,
    criticalCurrent: isSymmetric
      ? criticalCurrent({ parts, halfCycles, events: events.events }, area_cm2)
      : null,
    platedCapacity: platedCapacity(halfCycles, events.failure, area_cm2),
    saltTransport: transportOf(cell, area_cm2),
    ohmicFloor_ohm_cm2: electrolyte_ohm_cm2,
    irDrops: countDrops(drops.map(({ drop }) => drop)),
  };
}

/** At the begin of half cycles and at the rate steps inside them. */
function dropsOf({ trace, halfCycles, firstDrops }: SymmetricRun): { drop: IrDrop; time_s: number }[] {
  const drops: { drop: IrDrop; time_s: number }[] = [];
  for (const [k, { segments }] of halfCycles.entries())
    for (const { firstRow } of segments) {
      const first = firstRow === halfCycles[k]?.firstRow ? firstDrops[k] : undefined;
      drops.push({ drop: first ?? irDrop(trace, firstRow), time_s: trace.time_s[firstRow] ?? NaN });
    }
  return drops;
}

/** The end of the part before the first event that is more than a suspicion; Infinity without one. */
function endOfHealth_s({ events }: CyclingEvents): number {
  const first = events.find(({ kind }) => kind !== 'suspect');
  return first?.time_s ?? Infinity;
}

/**
 * Whether the run goes both ways and E has the sign of I in the middle of nearly every half cycle, as between two electrodes
 * of one metal. A run in one direction could as well be the charge of a full cell.
 */
function followsCurrent({ voltage_V, time_s }: CyclingTrace, halfCycles: readonly HalfCycle[]): boolean {
  const directions = new Set(halfCycles.map(({ direction }) => direction));
  const following = halfCycles.filter(({ direction, firstRow, endRow, startTime_s, duration_s }) => {
    const middle_s = startTime_s + duration_s / 2;
    const middle_V = voltage_V[searchSorted(time_s, middle_s, firstRow, endRow - 1)] ?? NaN;
    return direction === 'positive' ? middle_V > 0 : middle_V < 0;
  });
  return directions.size === 2 && following.length >= NEARLY_EVERY * halfCycles.length;
}

function transportOf(cell: CellFacts, area_cm2: number | null): SymmetricCell['saltTransport'] {
  const outcome = saltTransport(cell);
  if (!outcome.ok) return { refused: outcome.refused };
  if (area_cm2 === null) return { refused: 'area' };
  const { electrolyteThickness_um: thickness_um } = cell;
  return {
    ...outcome.salt,
    limitingCurrent_mAPerCm2:
      thickness_um === null ? null : limitingCurrent_mAPerCm2(outcome.salt, thickness_um),
  };
}

function countDrops(drops: readonly IrDrop[]): SymmetricCell['irDrops'] {
  const count = (wanted: IrDrop['resolution']) =>
    drops.filter(({ resolution }) => resolution === wanted).length;
  return {
    resolved: count('resolved'),
    'includes-charge-transfer': count('includes-charge-transfer'),
    'too-late': count('too-late'),
    'no-step': count('no-step'),
  };
}
