/** What each cross-check holds against each other. */
import type { CrossCheckId } from '#core/compare/checks/crossCheck.ts';

export const crossCheckWords: Readonly<Record<CrossCheckId, string>> = {
  'polarisation-impedance': 'polarisation against impedance',
  'ohmic-floor': 'polarisation against the electrolyte',
  'layer-thickness': 'thickness of the layer',
  'layer-capacity': 'capacity of the layer',
  'intercept-change': 'intercept before and after',
  'efficiency-retention': 'efficiency against retention',
  'phase-voltage': 'phases against voltage',
};
