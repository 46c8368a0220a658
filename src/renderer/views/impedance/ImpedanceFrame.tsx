/** The parts every way of looking at impedance shares: toolbar, plot, what stands below it, inspector. */
import { useEffect, type ReactNode } from 'react';
import type { Figure, FigureStyle } from '#figures/figure.ts';
import { exportStyle } from '../../components/exportStyle.ts';
import { FigurePane } from '../../components/FigurePane.tsx';
import type { PlotEvents } from '../../components/plotEvents.ts';
import { loadPlotly } from '../../components/plotlyFigure.ts';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { UnusableMeasurements } from '../../components/UnusableMeasurements.tsx';
import { copyTable, type ShownTable } from '../../components/copyTable.ts';
import { text } from '../../text/text.ts';
import { ImpedanceInspector } from './ImpedanceInspector.tsx';
import { ImpedanceToolbar } from './ImpedanceToolbar.tsx';
import type { ModeProps } from './modeProps.ts';
import type { Spectra } from './useSpectra.ts';

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

function unusableOf({ unusable }: Spectra) {
  return unusable.map(({ spectrum: { dataset }, reason }) => ({
    id: dataset.id,
    name: dataset.fileName,
    reason,
  }));
}

export function ImpedanceFrame(props: ImpedanceFrameProps) {
  const { spectra, settings, update, figureOf, events = NO_EVENTS } = props;
  useEffect(() => {
    // Fetched and compiled while the columns are read.
    void loadPlotly();
  }, []);
  const actions = useFigureActions(() => figureOf(exportStyle(settings)), settings.dpi);
  return (
    <div className="technique-view">
      <ImpedanceToolbar
        settings={settings}
        update={update}
        actions={{ ...actions, copyTable: () => void tellCopied(copyTable(props.table())) }}
        hasFigure={spectra.views.length > 0}
      />
      <UnusableMeasurements title={text.impedance.problems} unusable={unusableOf(spectra)} />
      <FigurePane
        settings={settings}
        figureOf={figureOf}
        events={events}
        reason={spectra.isLoading ? null : props.reason}
        loading={text.impedance.loading}
      />
      {settings.table && props.below}
      <ImpedanceInspector settings={settings} update={update} spectra={spectra}>
        {props.children}
      </ImpedanceInspector>
    </div>
  );
}
