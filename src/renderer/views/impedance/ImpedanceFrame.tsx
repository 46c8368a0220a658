/** The parts every way of looking at impedance shares: toolbar, plot, what stands below it, inspector. */
import { useEffect, useState, type ReactNode } from 'react';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { offerFigureExport } from '../../app/figureExport.ts';
import type { PlotEvents } from '../../components/plotEvents.ts';
import { loadPlotly } from '../../components/plotlyFigure.ts';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { copyTable, type ShownTable } from '../../components/copyTable.ts';
import { ImpedanceInspector } from './ImpedanceInspector.tsx';
import { ImpedancePlot } from './ImpedancePlot.tsx';
import { exportStyle } from './impedanceSettings.ts';
import { ImpedanceToolbar } from './ImpedanceToolbar.tsx';
import type { ModeProps } from './modeProps.ts';
import { UnusableSpectra } from './UnusableSpectra.tsx';

const NO_EVENTS: PlotEvents = {};

export interface ImpedanceFrameProps extends ModeProps {
  readonly figureOf: (style: FigureStyle) => Figure | null;
  readonly events?: PlotEvents;
  /** What to say instead of a figure; null = it is still being computed. */
  readonly reason: string | null;
  readonly table: () => ShownTable;
  readonly below: ReactNode;
  /** At the top of the inspector. */
  readonly children?: ReactNode;
}

function useExportMenu() {
  const [opened, onChange] = useState(false);
  useEffect(() => {
    // Fetched and compiled while the columns are read.
    void loadPlotly();
  }, []);
  useEffect(
    () =>
      offerFigureExport(() => {
        onChange(true);
      }),
    [],
  );
  return { opened, onChange };
}

export function ImpedanceFrame(props: ImpedanceFrameProps) {
  const { spectra, settings, update, figureOf, events = NO_EVENTS } = props;
  const exportMenu = useExportMenu();
  const actions = useFigureActions(() => figureOf(exportStyle(settings)), settings.dpi);
  return (
    <div className="technique-view">
      <ImpedanceToolbar
        settings={settings}
        update={update}
        actions={{ ...actions, copyTable: () => void tellCopied(copyTable(props.table())) }}
        hasFigure={spectra.views.length > 0}
        exportMenu={exportMenu}
      />
      <UnusableSpectra unusable={spectra.unusable} />
      <ImpedancePlot
        settings={settings}
        figureOf={figureOf}
        events={events}
        reason={spectra.isLoading ? null : props.reason}
      />
      {settings.table && props.below}
      <ImpedanceInspector settings={settings} update={update} spectra={spectra}>
        {props.children}
      </ImpedanceInspector>
    </div>
  );
}
