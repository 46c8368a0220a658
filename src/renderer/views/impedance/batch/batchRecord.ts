/** A result of a batch as it is kept, with the key of what it was computed from: a batch goes on where it ended. */
import type { BatchItem, BatchOptions } from '#core/eis/batchItem.ts';
import { formatCdc } from '#core/eis/formatCdc.ts';
import type { StoredDataset } from '../../../store/schema.ts';
import { spectrumKey } from '../spectrumKey.ts';

export interface BatchRecord {
  readonly inputs: string;
  readonly item: BatchItem;
}

/** Where the last result of a dataset is kept. */
export function batchKey({ id }: Pick<StoredDataset, 'id'>): string {
  return `impedance-batch ${id}`;
}

/** Everything that the result depends on. */
export function batchInputs(dataset: StoredDataset, options: BatchOptions): string {
  const { steps, circuit = null, weighting = 'modulus', cell = 'any', electrodes = null, drt = {} } = options;
  const chosen = [
    [...steps].sort().join('+'),
    circuit ? formatCdc(circuit).text : cell,
    weighting,
    String(drt.lambda ?? 'gcv'),
    ...(electrodes ? [`${electrodes.area_cm2} cm2 × ${electrodes.interfaces}`] : []),
  ];
  return [spectrumKey({ dataset }), ...chosen].join(' | ');
}

/** The result, if it belongs to these inputs. */
export function currentItem(
  record: BatchRecord | undefined,
  dataset: StoredDataset,
  options: BatchOptions,
): BatchItem | null {
  return record?.inputs === batchInputs(dataset, options) ? record.item : null;
}
