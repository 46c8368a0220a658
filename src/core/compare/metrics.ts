/** The registry of what is compared between groups; one value a cell. */
export type MetricId =
  | 'polarisation_start'
  | 'polarisation_at'
  | 'polarisation_end'
  | 'hysteresis_end'
  | 'conditioning_plateau'
  | 'conditioning_time'
  | 'interface_pristine'
  | 'interface_after'
  | 'interface_ratio'
  | 'intercept_ratio'
  | 'plated_capacity'
  | 'coulombic_efficiency'
  | 'time_to_failure';

export interface Metric {
  readonly id: MetricId;
  readonly unit: string;
  /** A lifetime may be censored: it is compared by the log-rank test and has no mean. */
  readonly isLifetime: boolean;
}

const metric = (id: MetricId, unit: string): Metric => ({ id, unit, isLifetime: false });

export const METRICS: readonly Metric[] = [
  metric('polarisation_start', 'mV'),
  metric('polarisation_at', 'mV'),
  metric('polarisation_end', 'mV'),
  metric('hysteresis_end', 'mV'),
  metric('conditioning_plateau', 'mV'),
  metric('conditioning_time', 'h'),
  metric('interface_pristine', 'ohm cm2'),
  metric('interface_after', 'ohm cm2'),
  metric('interface_ratio', '1'),
  metric('intercept_ratio', '1'),
  metric('plated_capacity', 'mAh/cm2'),
  metric('coulombic_efficiency', '1'),
  { id: 'time_to_failure', unit: 'h', isLifetime: true },
];
