/** The amalgam layer by the charge that passed: content, liquid, thickness and potential over time. */
import '../../components/techniqueView.css';
import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconCopy, IconFileText, IconTable, IconTableShare } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { Film } from '#core/layer/layerTrajectory.ts';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { layerFigure } from '#figures/layerFigure.ts';
import { PX_PER_MM } from '#figures/plotlyTheme.ts';
import { offerFigureExport } from '../../app/figureExport.ts';
import { copyTable } from '../../components/copyTable.ts';
import { FigureExportMenu } from '../../components/FigureExportMenu.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { PlainTable } from '../../components/PlainTable.tsx';
import { PlotFigure } from '../../components/PlotFigure.tsx';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import { filmOf } from './filmOf.ts';
import { LayerInspector } from './LayerInspector.tsx';
import { layerLines } from './layerLines.ts';
import { LayerNotes } from './LayerNotes.tsx';
import { useLayerSettings, type LayerSettings, type UpdateLayerSettings } from './layerSettings.ts';
import { milestoneTable } from './milestoneTable.ts';
import { useLayerSteps, type StepsOutcome } from './useLayerSteps.ts';

const words = text.layer;
/** Okabe and Ito's blue, as amalgam has it everywhere. */
const COLOUR = '#0072B2';
const PANE_STYLE = { font_pt: 9.75, line_pt: 1.25 } as const;
const SMALLEST_px = 120;

type Isolated = Omit<Film, 'exchange_perHour'>;

function useLines(film: Isolated | null, steps: StepsOutcome, exchange_perHour: number) {
  return useMemo(
    () => (film && steps.ok ? layerLines(film, steps.steps, exchange_perHour) : null),
    [film, steps, exchange_perHour],
  );
}

function LayerPlot({
  figureOf,
  page,
}: {
  readonly figureOf: (style: FigureStyle | null) => Figure | null;
  readonly page: boolean;
}) {
  const { ref, width, height } = useElementSize();
  const scheme = useComputedColorScheme('light');
  const fits = width >= SMALLEST_px && height >= SMALLEST_px;
  const figure = useMemo(() => {
    const pane = { width_mm: width / PX_PER_MM, height_mm: height / PX_PER_MM, ...PANE_STYLE };
    return fits ? figureOf(page ? null : pane) : null;
  }, [figureOf, page, fits, width, height]);
  return (
    <div className={page ? 'technique-plot page' : 'technique-plot'} ref={ref}>
      {figure && <PlotFigure figure={figure} theme={page ? 'paper' : scheme} />}
    </div>
  );
}

interface ToolbarProps {
  readonly settings: LayerSettings;
  readonly update: UpdateLayerSettings;
  readonly figure: () => Figure | null;
  readonly onCopyTable: () => void;
}

function LayerToolbar({ settings, update, figure, onCopyTable }: ToolbarProps) {
  const [opened, onChange] = useState(false);
  const actions = useFigureActions(figure, settings.dpi);
  useEffect(
    () =>
      offerFigureExport(() => {
        onChange(true);
      }),
    [],
  );
  const toggle = (name: 'page' | 'table') => () => {
    update({ [name]: !settings[name] });
  };
  return (
    <div className="technique-toolbar" role="toolbar" aria-label={words.toolbar}>
      <span className="toolbar-space" />
      <IconButton
        icon={IconFileText}
        label={text.cycling.page}
        pressed={settings.page}
        onClick={toggle('page')}
      />
      <IconButton
        icon={IconTable}
        label={words.tableTitle}
        pressed={settings.table}
        onClick={toggle('table')}
      />
      <IconButton icon={IconTableShare} label={words.copyTable} onClick={onCopyTable} />
      <IconButton icon={IconCopy} label={text.cycling.copyPlot} onClick={actions.copyPlot} />
      <FigureExportMenu opened={opened} onChange={onChange} hasFigure exportAs={actions.exportAs} />
    </div>
  );
}

function exportStyle({ width_mm, height_mm, font_pt, line_pt }: LayerSettings): FigureStyle {
  return { width_mm, height_mm, font_pt, line_pt };
}

export function LayerView() {
  const [settings, update] = useLayerSettings();
  const outcome = useMemo(() => filmOf(settings), [settings]);
  const steps = useLayerSteps(settings);
  const film = outcome.ok ? outcome.film : null;
  const lines = useLines(film, steps, settings.exchange_perHour);
  const figureOf = useMemo(
    () => (style: FigureStyle | null) =>
      lines &&
      layerFigure(lines, {
        metal: settings.metal,
        colour: COLOUR,
        style: style ?? exportStyle(settings),
        notes: [],
      }),
    [lines, settings],
  );
  const table = film && milestoneTable({ ...film, exchange_perHour: 0 }, settings.current_mAPerCm2);
  const reason = outcome.ok ? (steps.ok ? null : steps.reason) : outcome.reason;
  return (
    <div className="technique-view">
      <LayerToolbar
        settings={settings}
        update={update}
        figure={() => figureOf(null)}
        onCopyTable={() => {
          if (table) void tellCopied(copyTable(table));
        }}
      />
      {lines && <LayerNotes lines={lines} metal={settings.metal} />}
      {reason === null ? (
        <LayerPlot figureOf={figureOf} page={settings.page} />
      ) : (
        <div className="technique-wait">{reason}</div>
      )}
      {table && settings.table && <PlainTable label={words.tableTitle} table={table} />}
      <LayerInspector settings={settings} update={update} />
    </div>
  );
}
