/** The current that the layer is followed along: the protocol typed in, or that of the one run that is chosen. */
import { useMemo } from 'react';
import { stepsOfProtocol, stepsOfRun } from '#core/layer/layerProtocol.ts';
import type { CurrentStep } from '#core/layer/layerTrajectory.ts';
import { layerFigureWords } from '#core/text/layerFigureWords.ts';
import { useCyclingRuns, type CyclingRunView } from '../../app/useCyclingRuns.ts';
import { text } from '../../text/text.ts';
import type { LayerSettings } from './layerSettings.ts';

export type StepsOutcome =
  | {
      readonly ok: true;
      readonly steps: readonly CurrentStep[];
      /** What the figure says of the run; nothing of a protocol. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

const NO_NOTES: readonly string[] = [];

/** Of several runs none is taken: which one would not be said. */
export function runSteps(
  [run, ...others]: readonly CyclingRunView[],
  electrode: LayerSettings['electrode'],
): StepsOutcome {
  if (!run?.cell || others.length > 0) return { ok: false, reason: text.layer.noRun };
  const { area_cm2, name } = run.cell;
  if (area_cm2 === null) return { ok: false, reason: text.layer.noArea(name) };
  if (run.outcome === undefined) return { ok: false, reason: text.layer.reading };
  if (!run.outcome.ok || !run.outcome.value.ok) return { ok: false, reason: text.layer.noRun };
  const { trace, integral } = run.outcome.value.run;
  const { charge_Ah } = integral;
  return {
    ok: true,
    steps: stepsOfRun({ time_s: trace.time_s, charge_Ah, area_cm2, electrode }),
    notes: [layerFigureWords.along(name, run.dataset.fileName, electrode)],
  };
}

export function useLayerSteps(settings: LayerSettings): StepsOutcome {
  const { protocol, electrode, current_mAPerCm2, halfCycle_min, halfCycles, first } = settings;
  const runs = useCyclingRuns({ isWanted: protocol === 'run' });
  return useMemo(
    () =>
      protocol === 'run'
        ? runSteps(runs, electrode)
        : {
            ok: true,
            steps: stepsOfProtocol({ current_mAPerCm2, halfCycle_min, halfCycles, first }),
            notes: NO_NOTES,
          },
    [runs, protocol, electrode, current_mAPerCm2, halfCycle_min, halfCycles, first],
  );
}
