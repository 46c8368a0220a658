/** The amalgam layer by the charge that passed: content, liquid, thickness and potential over time. */
import '../../components/techniqueView.css';
import { useCallback, useMemo } from 'react';
import type { Film } from '#core/layer/layerTrajectory.ts';
import { figureWords } from '#core/text/figureWords.ts';
import type { FigureStyle } from '#figures/figure.ts';
import { layerFigure } from '#figures/layerFigure.ts';
import { useSession } from '../../app/session.ts';
import { copyTable, type ShownTable } from '../../components/copyTable.ts';
import { exportStyle } from '../../components/exportStyle.ts';
import { FigurePane } from '../../components/FigurePane.tsx';
import { PlainTable } from '../../components/PlainTable.tsx';
import { SegmentedChoice } from '../../components/SegmentedChoice.tsx';
import { TechniqueToolbar } from '../../components/TechniqueToolbar.tsx';
import { tellCopied, useFigureActions } from '../../export/useFigureActions.ts';
import { text } from '../../text/text.ts';
import { diffusionTable } from './diffusionTable.ts';
import { filmOf } from './filmOf.ts';
import { LayerInspector } from './LayerInspector.tsx';
import { layerLines } from './layerLines.ts';
import { LayerNotes } from './LayerNotes.tsx';
import { useLayerSettings, type LayerSettings } from './layerSettings.ts';
import { milestoneTable } from './milestoneTable.ts';
import { useLayerSteps, type StepsOutcome } from './useLayerSteps.ts';

const words = text.layer;
/** Okabe and Ito's blue, as amalgam has it everywhere. */
const COLOUR = '#0072B2';

type Isolated = Omit<Film, 'exchange_perHour'>;

function useLines(film: Isolated | null, steps: StepsOutcome, exchange_perHour: number) {
  return useMemo(
    () => (film && steps.ok ? layerLines(film, steps.steps, exchange_perHour) : null),
    [film, steps, exchange_perHour],
  );
}

function tableOf(film: Isolated, settings: LayerSettings): ShownTable {
  if (settings.shownTable === 'diffusion')
    return diffusionTable(film, settings) ?? { titles: [words.diffusion.unknown(settings.metal)], rows: [] };
  return milestoneTable({ ...film, exchange_perHour: 0 }, settings.current_mAPerCm2);
}

/** A run of a simulated study says so; a protocol is nobody's data. */
function noted(notes: readonly string[], simulated: boolean): readonly string[] {
  return notes.length > 0 && simulated ? [figureWords.simulated, ...notes] : notes;
}

export function LayerView() {
  const [settings, update] = useLayerSettings();
  const outcome = useMemo(() => filmOf(settings), [settings]);
  const steps = useLayerSteps(settings);
  const film = outcome.ok ? outcome.film : null;
  const lines = useLines(film, steps, settings.exchange_perHour);
  const { simulated } = useSession().contents.study;
  const notes = useMemo(() => (steps.ok ? noted(steps.notes, simulated) : []), [steps, simulated]);
  const figureOf = useCallback(
    (style: FigureStyle) =>
      lines && layerFigure(lines, { metal: settings.metal, colour: COLOUR, style, notes }),
    [lines, settings.metal, notes],
  );
  const actions = useFigureActions(() => figureOf(exportStyle(settings)), settings.dpi);
  const table = film && tableOf(film, settings);
  const reason = outcome.ok ? (steps.ok ? null : steps.reason) : outcome.reason;
  return (
    <div className="technique-view">
      <TechniqueToolbar
        label={words.toolbar}
        tableLabel={words.tableTitle}
        settings={settings}
        update={update}
        actions={{
          ...actions,
          copyTable: () => {
            if (table) void tellCopied(copyTable(table));
          },
        }}
        hasFigure={lines !== null}
      >
        <SegmentedChoice
          label={words.shownTable}
          names={words.tables}
          value={settings.shownTable}
          onChange={(shownTable) => {
            update({ shownTable, table: true });
          }}
        />
      </TechniqueToolbar>
      {lines && <LayerNotes lines={lines} metal={settings.metal} />}
      <FigurePane
        settings={settings}
        figureOf={figureOf}
        reason={reason ?? ''}
        loading={text.cycling.loading}
      />
      {table && settings.table && <PlainTable label={words.tables[settings.shownTable]} table={table} />}
      <LayerInspector settings={settings} update={update} />
    </div>
  );
}
