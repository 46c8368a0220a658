/**
 * Traces that were prepared where the file was read, so that a fresh import is drawn without another pass over its
 * columns. Each belongs to one pair of arrays and goes when they go.
 */
import type { TracedColumns, VoltageTrace } from '#core/cycling/voltageTrace.ts';

interface Prepared {
  readonly time_s: Float64Array;
  readonly trace: VoltageTrace;
}

const byVoltage = new WeakMap<Float64Array, Prepared>();

export function keepTrace({ time_s, voltage_V }: TracedColumns, trace: VoltageTrace): void {
  byVoltage.set(voltage_V, { time_s, trace });
}

/** Undefined unless it was made of these very arrays. */
export function preparedTrace({ time_s, voltage_V }: TracedColumns): VoltageTrace | undefined {
  const prepared = byVoltage.get(voltage_V);
  return prepared?.time_s === time_s ? prepared.trace : undefined;
}
