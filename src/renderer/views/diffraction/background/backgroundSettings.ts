/** What the user chose of background and Kα2, as kept with the other choices of the view. */
import type { BackgroundMethod } from '#core/xrd/background/patternBackground.ts';

export type BackgroundKind = 'none' | BackgroundMethod['kind'] | 'fit';

export interface BackgroundSettings {
  readonly background: BackgroundKind;
  /** Drawn under the pattern, or taken from it. */
  readonly backgroundUse: 'curve' | 'subtract';
  /** Of a subtracted background: an amorphous halo stays in the pattern. */
  readonly keepsHalo: boolean;
  readonly stripsAlpha2: boolean;
  readonly snipReach_deg: number;
  readonly arplsLength_deg: number;
  readonly polynomialDegree: number;
  /** Angles as typed. */
  readonly backgroundPoints: string;
}

export const BACKGROUND_DEFAULTS: BackgroundSettings = {
  background: 'none',
  backgroundUse: 'curve',
  keepsHalo: true,
  stripsAlpha2: false,
  snipReach_deg: 1.6,
  arplsLength_deg: 3,
  polynomialDegree: 5,
  backgroundPoints: '',
};

/** Null = as measured. */
export function chosenMethod(
  settings: BackgroundSettings,
): BackgroundMethod | { readonly kind: 'fit' } | null {
  const { background: kind } = settings;
  switch (kind) {
    case 'none':
      return null;
    case 'snip':
      return { kind, reach_deg: settings.snipReach_deg };
    case 'arpls':
      return { kind, length_deg: settings.arplsLength_deg };
    case 'polynomial':
      return { kind, degree: settings.polynomialDegree };
    case 'points':
      return { kind, twoTheta_deg: typedAngles(settings.backgroundPoints) ?? [] };
    case 'fit':
      return { kind };
  }
}

/** Angles of 2θ parted by blanks, commas or semicolons, ascending; null when it says something else. */
export function typedAngles(typed: string): readonly number[] | null {
  const angles = typed
    .split(/[,;\s]+/u)
    .filter((part) => part !== '')
    .map(Number);
  return angles.every((angle) => angle > 0 && angle < 180) ? angles.sort((a, b) => a - b) : null;
}

/** A click this near to a point takes it away. */
const SAME_DEG = 0.3;

/** With one more angle, or without those beside it. */
export function withAngle(typed: string, angle_deg: number): string {
  const angles = typedAngles(typed) ?? [];
  const others = angles.filter((angle) => Math.abs(angle - angle_deg) > SAME_DEG);
  const after = others.length < angles.length ? others : [...angles, Number(angle_deg.toFixed(2))];
  return after.sort((a, b) => a - b).join(', ');
}
