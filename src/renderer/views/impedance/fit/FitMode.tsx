/** One spectrum fitted: by itself with one click, or with a circuit of the user's. */
import { useCallback, useMemo } from 'react';
import type { Circuit } from '#core/eis/circuit.ts';
import type { FigureStyle } from '#figures/figure.ts';
import { useSession } from '../../../app/session.ts';
import { text } from '../../../text/text.ts';
import { ImpedanceFrame } from '../ImpedanceFrame.tsx';
import type { ModeProps } from '../modeProps.ts';
import { SpectrumChooser } from '../SpectrumChooser.tsx';
import { useKramersKronig } from '../useKramersKronig.ts';
import { electrodesOf } from '../electrodesOf.ts';
import { usePointExclusion } from '../usePointExclusion.ts';
import type { SpectrumView } from '../useSpectra.ts';
import {
  draftOfCircuit,
  draftOfFit,
  draftOfText,
  EMPTY_DRAFT,
  inLanguage,
  languageOf,
} from './circuitDraft.ts';
import { FittedParameters, type FittedParametersProps } from './FittedParameters.tsx';
import { fitFigure } from './fitFigure.ts';
import { FitPanel, type FitPanelProps } from './FitPanel.tsx';
import { isStale } from './fitRecord.ts';
import { draftState, useDrafts } from './fitState.ts';
import { FitSummary } from './FitSummary.tsx';
import { parameterRows } from './parameterRows.ts';
import { shownWarnings } from './shownWarnings.ts';
import { useFits } from './useFits.ts';
import { useWarmFit } from './useWarmFit.ts';

const words = text.impedanceFit;

function useFocusedFit({ spectra, settings, focused }: ModeProps) {
  const fits = useFits(spectra.views, settings);
  const { draftOf, setDraft } = useDrafts(fits.records);
  const id = focused?.dataset.id ?? '';
  const fit = async (circuit: Circuit | null, wanted: readonly SpectrumView[]) => {
    for (const [datasetId, { fit: made }] of await fits.run(wanted, circuit)) {
      setDraft(datasetId, (before) => draftOfFit(made, circuit ? before : EMPTY_DRAFT));
    }
  };
  return { fits, draft: draftOf(id), setDraft: setDraft.bind(null, id), record: fits.records.get(id), fit };
}

function edits(
  setDraft: FittedParametersProps['setDraft'],
): Pick<FitPanelProps, 'onText' | 'onLanguage' | 'onCircuit'> {
  return {
    onText: (typed) => {
      setDraft((before) => draftOfText(typed, before));
    },
    onLanguage: (language) => {
      setDraft((before) => inLanguage(before, language));
    },
    onCircuit: (circuit) => {
      setDraft((before) => draftOfCircuit(circuit, before.circuit ? languageOf(before) : 'impedance.py'));
    },
  };
}

export function FitMode(props: ModeProps) {
  useWarmFit();
  const { contents } = useSession();
  const { spectra, settings, update, focused, onFocus } = props;
  const { fits, draft, setDraft, record, fit } = useFocusedFit(props);
  const figureOf = useCallback(
    (style: FigureStyle) =>
      focused && fitFigure({ contents, view: focused, circuit: draft.circuit, settings, style }),
    [contents, focused, draft.circuit, settings],
  );
  const shown = useMemo(() => (focused ? [focused] : []), [focused]);
  const state = draftState(draft, record);
  const kramersKronigOf = useKramersKronig(shown);
  const tested = focused ? kramersKronigOf(focused) : undefined;
  return (
    <ImpedanceFrame
      {...props}
      figureOf={figureOf}
      events={usePointExclusion(shown, settings.excluding)}
      reason={text.impedance.nothingToDraw}
      table={() => parameterRows(record ?? null)}
      below={
        <FittedParameters
          focused={focused}
          draft={draft}
          record={record}
          weighting={settings.weighting}
          setDraft={setDraft}
          onRecord={fits.replace}
        />
      }
    >
      <SpectrumChooser views={spectra.views} focused={focused} onFocus={onFocus} />
      <FitPanel
        draft={draft}
        isRunning={fits.running.size > 0}
        shown={spectra.views.length}
        settings={settings}
        update={update}
        {...edits(setDraft)}
        onFit={(circuit, all) => void fit(circuit, all ? spectra.views : shown)}
      />
      {!record && <p className="form-hint">{words.noFit}</p>}
      {record && focused && (
        <FitSummary
          record={record}
          warnings={shownWarnings(record.fit, { cell: settings.cellKind, electrodes: electrodesOf(focused) })}
          isStale={isStale(record, focused.dataset, settings.weighting)}
          state={state}
          noiseRms={tested?.ok ? tested.value.kramersKronig.noiseRms : null}
          onTake={(circuit) => {
            setDraft((before) => draftOfText(circuit, before));
          }}
        />
      )}
    </ImpedanceFrame>
  );
}
