/** The user's answer to the question whether spectra hold Z'' or −Z''. */
import type { ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { text } from '../../text/text.ts';
import type { StoredDataset } from '../schema.ts';
import type { Change } from '../studyStore.ts';

/**
 * Spectra whose sign was answered so already stay as they are; "as in the file" is an answer too. Both sides name the
 * field: what is undone must be set, also to no answer.
 */
export function setImpedanceSign(datasets: readonly StoredDataset[], sign: ImpedanceSign): Change {
  const changed = datasets.filter(
    ({ kind, impedanceSign }) => kind === 'impedance' && impedanceSign !== sign,
  );
  return {
    label: text.changes.impedanceSign,
    rows: changed.map((dataset) => ({
      table: 'datasets',
      id: dataset.id,
      before: { ...dataset, impedanceSign: dataset.impedanceSign },
      after: { ...dataset, impedanceSign: sign },
    })),
  };
}
