/** All chosen spectra over each other, with their fits where there are any. */
import { useCallback, useMemo } from 'react';
import type { FigureStyle } from '#figures/figure.ts';
import { useSession } from '../../app/session.ts';
import { text } from '../../text/text.ts';
import { currentCurves, currentRecords } from './fit/currentCurves.ts';
import { useFits } from './fit/useFits.ts';
import { ImpedanceFrame } from './ImpedanceFrame.tsx';
import { spectraFigure } from './impedanceViewFigure.ts';
import type { ModeProps } from './modeProps.ts';
import { NumbersPanel } from './numbers/NumbersPanel.tsx';
import { PlainTable } from '../../components/PlainTable.tsx';
import { spectrumRows, tableOfRows } from './spectrumRows.ts';
import { useKramersKronig } from './useKramersKronig.ts';
import { usePointExclusion } from './usePointExclusion.ts';
import type { SpectrumView } from './useSpectra.ts';

/** More spectra than this are tested only when asked for: each takes its time. */
const MOST_TESTED = 16;
const NONE: readonly SpectrumView[] = [];

export function SpectraMode(props: ModeProps) {
  const { contents } = useSession();
  const { spectra, settings, focused } = props;
  const { views } = spectra;
  const { records } = useFits(views, settings);
  const kramersKronigOf = useKramersKronig(settings.table && views.length <= MOST_TESTED ? views : NONE);
  const fits = useMemo(
    () => currentCurves(views, records, settings.weighting),
    [views, records, settings.weighting],
  );
  const figureOf = useCallback(
    (style: FigureStyle) => spectraFigure({ contents, views, fits, settings, style }),
    [contents, views, fits, settings],
  );
  const rows = spectrumRows(views, { settings, kramersKronigOf, fits: records });
  return (
    <ImpedanceFrame
      {...props}
      figureOf={figureOf}
      events={usePointExclusion(views, settings.excluding)}
      reason={text.impedance.nothingToDraw}
      table={() => tableOfRows(rows)}
      below={
        <PlainTable
          label={text.impedance.table}
          table={tableOfRows(rows)}
          choice={{
            ids: rows.map(({ view }) => view.dataset.id),
            chosen: focused?.dataset.id ?? null,
            onChoose: props.onFocus,
          }}
        />
      }
    >
      <NumbersPanel
        views={views}
        records={currentRecords(views, records, settings.weighting)}
        settings={settings}
        update={props.update}
      />
    </ImpedanceFrame>
  );
}
