/** Impedance spectra of the chosen cells: drawn, tested, fitted and compared. */
import '../cycling/cycling.css';
import { useCallback, useEffect, useState } from 'react';
import type { Spectrum } from '#core/eis/spectrum.ts';
import type { FigureStyle } from '#figures/figure.ts';
import { offerFigureExport } from '../../app/figureExport.ts';
import { useSession } from '../../app/session.ts';
import { loadPlotly } from '../../components/plotlyFigure.ts';
import { useFigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import { EmptyImpedance } from './EmptyImpedance.tsx';
import { ImpedanceInspector } from './ImpedanceInspector.tsx';
import { ImpedancePlot } from './ImpedancePlot.tsx';
import { exportStyle, useImpedanceSettings } from './impedanceSettings.ts';
import { ImpedanceToolbar } from './ImpedanceToolbar.tsx';
import { spectraFigure } from './impedanceViewFigure.ts';
import { UnusableSpectra } from './UnusableSpectra.tsx';
import { usePointExclusion } from './usePointExclusion.ts';
import { useSpectra } from './useSpectra.ts';

const words = text.impedance;
const NO_FITS: ReadonlyMap<string, Spectrum> = new Map();

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

export function ImpedanceView() {
  const { contents } = useSession();
  const [settings, update] = useImpedanceSettings();
  const spectra = useSpectra(settings.sweeps);
  const { views } = spectra;
  const exportMenu = useExportMenu();
  const figureOf = useCallback(
    (style: FigureStyle) => spectraFigure({ contents, views, fits: NO_FITS, settings, style }),
    [contents, views, settings],
  );
  const events = usePointExclusion(views, settings.excluding);
  const actions = useFigureActions(() => figureOf(exportStyle(settings)), settings.dpi);
  if (spectra.chosen.length === 0) return <EmptyImpedance />;
  return (
    <div className="cycling-view">
      <ImpedanceToolbar
        settings={settings}
        update={update}
        actions={{ ...actions, copyTable: () => undefined }}
        hasFigure={views.length > 0}
        exportMenu={exportMenu}
      />
      <UnusableSpectra unusable={spectra.unusable} />
      <ImpedancePlot
        settings={settings}
        figureOf={figureOf}
        events={events}
        reason={spectra.isLoading ? null : words.nothingToDraw}
      />
      <ImpedanceInspector settings={settings} update={update} spectra={spectra} />
    </div>
  );
}
