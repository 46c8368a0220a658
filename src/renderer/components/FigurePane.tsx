/** A figure in its pane: as large as the pane, or the page exactly as it is exported. */
import { Loader, useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { PX_PER_MM } from '#figures/plotlyTheme.ts';
import { exportStyle } from './exportStyle.ts';
import type { PlotEvents } from './plotEvents.ts';
import { PlotFigure } from './PlotFigure.tsx';

/** 13 px, as the text of the window. */
const PANE_STYLE = { font_pt: 9.75, line_pt: 1 } as const;
const SMALLEST_px = 120;

export interface FigurePaneProps {
  /** The exported size, and whether that is shown. */
  readonly settings: FigureStyle & { readonly page: boolean };
  readonly figureOf: (style: FigureStyle) => Figure | null;
  readonly events?: PlotEvents;
  /** What to say instead of a figure; null = it is still being read. */
  readonly reason: string | null;
  readonly loading: string;
}

export function FigurePane({ settings, figureOf, events, reason, loading }: FigurePaneProps) {
  const { ref, width, height } = useElementSize();
  const scheme = useComputedColorScheme('light');
  const page = settings.page ? settings : null;
  const figure = useMemo(() => {
    if (width < SMALLEST_px || height < SMALLEST_px) return null;
    const pane = { width_mm: width / PX_PER_MM, height_mm: height / PX_PER_MM, ...PANE_STYLE };
    return figureOf(page ? exportStyle(page) : pane);
  }, [figureOf, page, width, height]);
  return (
    <div className={settings.page ? 'technique-plot page' : 'technique-plot'} ref={ref}>
      {figure && (
        <PlotFigure figure={figure} theme={settings.page ? 'paper' : scheme} {...(events && { events })} />
      )}
      {!figure && reason === null && (
        <div className="technique-wait" role="status">
          <Loader size="sm" /> {loading}
        </div>
      )}
      {!figure && reason !== null && <div className="technique-wait">{reason}</div>}
    </div>
  );
}
