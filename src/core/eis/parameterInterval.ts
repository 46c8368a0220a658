/** A 95 % interval of one parameter that was asked for beside the linearised one, as plain data. */
import type { Circuit } from '#core/eis/circuit.ts';
import type { ParameterRelation } from '#core/eis/fitParameters.ts';
import type { Weighting } from '#core/eis/fitResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';

export interface ParameterInterval {
  readonly method: 'profile' | 'bootstrap';
  /** `R1`, `CPE1.Q`; the ends are in its unit. */
  readonly parameter: string;
  readonly value: number;
  /** Null = open: the data set no lower limit before the parameter reaches the least it may be. */
  readonly lower95: number | null;
  /** Null = open: no upper limit. */
  readonly upper95: number | null;
  /** How often the circuit was fitted again, and how many of these fits did not end at a minimum. */
  readonly refits: number;
  readonly failedRefits: number;
}

export interface IntervalRequest {
  /** The points that were fitted. */
  readonly spectrum: Spectrum;
  /** With the fitted values, locks and limits as its settings. */
  readonly circuit: Circuit;
  readonly weighting: Weighting;
  readonly relations?: readonly ParameterRelation[];
  readonly parameter: string;
}
