/** A figure on screen: box zoom, pan with Shift, wheel zoom, double click resets. */
import { useEffect, useRef } from 'react';
import type { Figure } from '#figures/figure.ts';
import type { ThemeName } from '#figures/plotlyTheme.ts';
import { mountPlot, type MountedPlot } from './plotlyFigure.ts';

export interface PlotFigureProps {
  readonly figure: Figure;
  readonly theme: ThemeName;
}

export function PlotFigure({ figure, theme }: PlotFigureProps) {
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
    plot.current?.show(figure, theme);
  }, [figure, theme]);
  return <div ref={element} role="img" aria-label={figure.title} data-figure={figure.id} />;
}
