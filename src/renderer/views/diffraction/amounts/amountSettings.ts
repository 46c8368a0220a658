/** What the user says about the sample, as far as amounts hang on it. */
import type { SampleGeometry } from '#core/xrd/amounts/sampleGeometry.ts';

export interface AmountSettings {
  readonly sample: SampleGeometry['kind'];
  /** Of the film; null: not known. */
  readonly filmThickness_um: number | null;
  /** Phase of a film that weakens the lines of the substrate between two scans; null: the strongest new one. */
  readonly film: string | null;
}

export const AMOUNT_DEFAULTS: AmountSettings = { sample: 'powder', filmThickness_um: null, film: null };

export function geometryOf(settings: AmountSettings & { readonly substrate: string }): SampleGeometry {
  if (settings.sample === 'powder') return { kind: 'powder' };
  return { kind: 'layer', substrate: settings.substrate, thickness_um: settings.filmThickness_um };
}
