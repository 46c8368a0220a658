/** The user's answer to the question whether spectra hold Z'' or −Z''. */
import type { ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { text } from '../../text/text.ts';
import type { StoredDataset } from '../schema.ts';
import type { Change } from '../studyStore.ts';

/** Spectra that have this sign already stay as they are. Both sides name the field: what is undone must be set. */
export function setImpedanceSign(datasets: readonly StoredDataset[], sign: ImpedanceSign): Change {
  const changed = datasets.filter(
    ({ kind, impedanceSign = 'as-is' }) => kind === 'impedance' && impedanceSign !== sign,
  );
  return {
    label: text.changes.impedanceSign,
    rows: changed.map((dataset) => ({
      table: 'datasets',
      id: dataset.id,
      before: { ...dataset, impedanceSign: dataset.impedanceSign ?? 'as-is' },
      after: { ...dataset, impedanceSign: sign },
    })),
  };
}
