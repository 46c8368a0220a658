/** Clicks on a pattern set the points of a background by hand, and take them away again. */
import { useMemo } from 'react';
import { onAxis, type DiffractionAxis } from '#core/xrd/diffractionAxis.ts';
import type { PlotEvents } from '../../../components/plotEvents.ts';
import type { DiffractionSettings, UpdateSettings } from '../diffractionSettings.ts';
import { wavelengthOf_A } from '../patternsOf.ts';
import type { ScanView } from '../useScans.ts';
import { withAngle } from './backgroundSettings.ts';

/** While points by hand are drawn as a curve: once subtracted, what was clicked is no more there. */
export function isPicking({ mode, background, backgroundUse }: DiffractionSettings): boolean {
  return mode === 'patterns' && background === 'points' && backgroundUse === 'curve';
}

/** Angle of the measured point that is drawn nearest to a place on the axis. */
function nearestAngle(
  { pattern, radiation }: ScanView,
  x: number,
  axis: DiffractionAxis,
): number | undefined {
  const wavelength_A = wavelengthOf_A(radiation);
  let [nearest, least]: [number | undefined, number] = [undefined, Infinity];
  for (const angle of pattern.twoTheta_deg) {
    const away = Math.abs(onAxis(angle, wavelength_A, axis) - x);
    if (away < least) [nearest, least] = [angle, away];
  }
  return nearest;
}

/** Undefined where clicks mean nothing. */
export function usePointPicking(
  views: readonly ScanView[],
  settings: DiffractionSettings,
  update: UpdateSettings,
): PlotEvents | undefined {
  const { backgroundPoints, axis } = settings;
  const isOn = isPicking(settings);
  return useMemo(() => {
    if (!isOn) return undefined;
    return {
      onPoint: ({ link, x }) => {
        const view = views.find(({ dataset: { id } }) => link === id || link.startsWith(`${id} `));
        const angle = view && nearestAngle(view, x, axis);
        if (angle !== undefined) update({ backgroundPoints: withAngle(backgroundPoints, angle) });
      },
    };
  }, [isOn, views, backgroundPoints, axis, update]);
}
