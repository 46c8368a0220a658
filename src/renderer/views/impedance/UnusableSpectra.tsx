/** Chosen measurements that cannot be drawn, with the reason. */
import { Alert } from '@mantine/core';
import { text } from '../../text/text.ts';
import type { Spectra } from './useSpectra.ts';

const words = text.impedance;

export function UnusableSpectra({ unusable }: Pick<Spectra, 'unusable'>) {
  if (unusable.length === 0) return null;
  return (
    <Alert variant="light" color="yellow" title={words.problems} className="technique-problems">
      {unusable.map(({ spectrum: { dataset }, reason }) => (
        <div key={dataset.id}>{`${dataset.fileName}: ${reason}`}</div>
      ))}
    </Alert>
  );
}
