/** Chosen measurements that cannot be drawn, with the reason. */
import { Alert } from '@mantine/core';

export interface UnusableMeasurement {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}

export interface UnusableMeasurementsProps {
  readonly title: string;
  readonly unusable: readonly UnusableMeasurement[];
}

export function UnusableMeasurements({ title, unusable }: UnusableMeasurementsProps) {
  if (unusable.length === 0) return null;
  return (
    <Alert variant="light" color="yellow" title={title} className="technique-problems">
      {unusable.map(({ id, name, reason }) => (
        <div key={id}>{`${name}: ${reason}`}</div>
      ))}
    </Alert>
  );
}
