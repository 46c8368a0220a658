/** Reads the voltage of a stored run and prepares it for drawing, off the interface's thread. */
import type { VoltageTrace } from '#core/cycling/voltageTrace.ts';
import { findNumbers } from '#core/dataset.ts';
import { preparedTrace } from '../store/preparedTraces.ts';
import type { StoredDataset } from '../store/schema.ts';
import { text } from '../text/text.ts';
import type { Services } from './services.ts';
import type { Loader } from './useLoaded.ts';

export interface DrawnColumns extends VoltageTrace {
  readonly time_s: Float64Array;
  readonly voltage_V: Float64Array;
}

interface Run {
  readonly dataset: StoredDataset;
}

export function voltageTraceLoader({ store, jobs }: Services): Loader<Run, DrawnColumns> {
  return {
    keyOf: ({ dataset }) => dataset.id,
    load: async ({ dataset }, signal) => {
      const columns = await store.columns(dataset.id, ['time_s', 'voltage_V']);
      const time_s = findNumbers({ columns }, 'time_s');
      const voltage_V = findNumbers({ columns }, 'voltage_V');
      if (!time_s || !voltage_V) throw new Error(text.cycling.noVoltage);
      const drawn = { time_s, voltage_V };
      const trace = preparedTrace(drawn) ?? (await jobs.run('voltageTrace', drawn, { signal }));
      return { ...drawn, ...trace };
    },
  };
}
