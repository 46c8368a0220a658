/** Clicking points away and bringing them back, one step of undo each. */
import { useMemo } from 'react';
import { useChange } from '../../app/useChange.ts';
import type { LinkedPoint } from '../../components/linkedMarks.ts';
import type { PlotEvents } from '../../components/plotEvents.ts';
import { bringBackRows, leaveOutRows } from '../../store/changes/excludedRows.ts';
import type { SpectrumView } from './useSpectra.ts';

const LEFT_OUT = / left out$/;
const NONE: PlotEvents = {};

interface Picked {
  readonly view: SpectrumView;
  readonly rows: readonly number[];
}

/** Rows of the datasets that the points stand for, per spectrum; `leftOut` picks among the crosses. */
function picked(
  views: readonly SpectrumView[],
  points: readonly LinkedPoint[],
  leftOut: boolean,
): readonly Picked[] {
  return views.flatMap((view) => {
    const link = leftOut ? `${view.dataset.id} left out` : view.dataset.id;
    const source = leftOut ? view.leftOut : view.used;
    const indexes = new Set(points.filter((point) => point.link === link).map(({ index }) => index));
    const rows = [...indexes].flatMap((index) => source?.rows[index] ?? []);
    return rows.length === 0 ? [] : [{ view, rows }];
  });
}

export function usePointExclusion(views: readonly SpectrumView[], isOn: boolean): PlotEvents {
  const change = useChange();
  return useMemo(() => {
    if (!isOn) return NONE;
    const leaveOut = (points: readonly LinkedPoint[]) => {
      for (const { view, rows } of picked(views, points, false)) {
        void change(leaveOutRows(view.dataset, rows));
      }
    };
    const bringBack = (points: readonly LinkedPoint[]) => {
      for (const { view, rows } of picked(views, points, true)) {
        void change(bringBackRows(view.dataset, rows));
      }
    };
    return {
      onPoint: (point) => {
        (LEFT_OUT.test(point.link) ? bringBack : leaveOut)([point]);
      },
      // A box around crosses alone brings them back.
      onBox: (points) => {
        const inside = points.filter(({ link }) => !LEFT_OUT.test(link));
        if (inside.length > 0) leaveOut(inside);
        else bringBack(points);
      },
    };
  }, [views, isOn, change]);
}
