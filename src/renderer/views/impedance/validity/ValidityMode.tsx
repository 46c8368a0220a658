/** Is the spectrum valid, and which points spoil it? */
import { useCallback, useMemo } from 'react';
import type { FigureStyle } from '#figures/figure.ts';
import { useSession } from '../../../app/session.ts';
import { text } from '../../../text/text.ts';
import { useFits } from '../fit/useFits.ts';
import { ImpedanceFrame } from '../ImpedanceFrame.tsx';
import type { ModeProps } from '../modeProps.ts';
import { PlainTable } from '../../../components/PlainTable.tsx';
import { SpectrumChooser } from '../SpectrumChooser.tsx';
import { spectrumRows, tableOfRows } from '../spectrumRows.ts';
import { useKramersKronig } from '../useKramersKronig.ts';
import { usePointExclusion } from '../usePointExclusion.ts';
import { validityFigure } from './validityFigure.ts';
import { ValidityPanel } from './ValidityPanel.tsx';

export function ValidityMode(props: ModeProps) {
  const { contents } = useSession();
  const { spectra, settings, focused, onFocus } = props;
  const { views } = spectra;
  const { records } = useFits(views, settings);
  // The one that is looked at comes first.
  const inOrder = useMemo(
    () => (focused ? [focused, ...views.filter((view) => view !== focused)] : views),
    [views, focused],
  );
  const kramersKronigOf = useKramersKronig(inOrder);
  const found = focused ? kramersKronigOf(focused) : undefined;
  const figureOf = useCallback(
    (style: FigureStyle) => {
      if (!focused) return null;
      const kramersKronig = found?.ok ? found.value.kramersKronig : null;
      return validityFigure({ contents, view: focused, kramersKronig, settings, style });
    },
    [contents, focused, found, settings],
  );
  const shown = useMemo(() => (focused ? [focused] : []), [focused]);
  const rows = spectrumRows(views, { settings, kramersKronigOf, fits: records });
  return (
    <ImpedanceFrame
      {...props}
      figureOf={figureOf}
      events={usePointExclusion(shown, settings.excluding)}
      reason={text.impedance.nothingToDraw}
      table={() => tableOfRows(rows)}
      below={
        <PlainTable
          label={text.impedance.table}
          table={tableOfRows(rows)}
          choice={{
            ids: rows.map(({ view }) => view.dataset.id),
            chosen: focused?.dataset.id ?? null,
            onChoose: onFocus,
          }}
        />
      }
    >
      <SpectrumChooser views={views} focused={focused} onFocus={onFocus} />
      {focused && <ValidityPanel view={focused} found={found} />}
    </ImpedanceFrame>
  );
}
