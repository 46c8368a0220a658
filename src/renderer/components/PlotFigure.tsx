/** A figure on screen: box zoom, pan with Shift, wheel zoom, double click resets. */
import { useEffect, useRef } from 'react';
import type { Figure } from '#figures/figure.ts';
import type { ThemeName } from '#figures/plotlyTheme.ts';
import type { PlotEvents } from './plotEvents.ts';
import { mountPlot, type MountedPlot } from './plotlyFigure.ts';

export interface PlotFigureProps {
  readonly figure: Figure;
  readonly theme: ThemeName;
  readonly events?: PlotEvents;
}

const NO_EVENTS: PlotEvents = {};

export function PlotFigure({ figure, theme, events = NO_EVENTS }: PlotFigureProps) {
  const element = useRef<HTMLDivElement>(null);
  const plot = useRef<MountedPlot | null>(null);
  useEffect(() => {
    if (!element.current) return;
    const mounted = mountPlot(element.current);
    plot.current = mounted;
    return () => {
      mounted.remove();
      plot.current = null;
    };
  }, []);
  useEffect(() => {
    plot.current?.show(figure, theme, events);
  }, [figure, theme, events]);
  return (
    <div ref={element} className="plot-figure" role="img" aria-label={figure.title} data-figure={figure.id} />
  );
}
