/** The runs with dQ/dV or dV/dQ of the chosen cycles, computed off the interface's thread. */
import { useMemo } from 'react';
import {
  derivedSides,
  type Derivative,
  type DerivativeCurve,
  type DerivedSide,
} from '#core/cycling/fullCell/derivativeCurves.ts';
import type { CyclingRun } from '#core/cycling/summariseCycling.ts';
import { useServices, type Services } from '../../app/services.ts';
import { useLoaded, type Loaded, type Loader } from '../../app/useLoaded.ts';
import { fullCellOf } from './cellCycles.ts';
import type { AnalysedRun } from './useFullCells.ts';

export interface DrawnRun extends AnalysedRun {
  /** Undefined = not asked for, or still being computed; none of a symmetric cell. */
  readonly derivatives: Loaded<readonly DerivativeCurve[]> | undefined;
}

interface Wanted {
  readonly id: string;
  readonly run: CyclingRun;
  readonly sides: readonly DerivedSide[];
  readonly derivative: Derivative;
}

const NONE: Loaded<readonly DerivativeCurve[]> = { ok: true, value: [] };

function derivativeLoader({ jobs }: Services): Loader<Wanted, readonly DerivativeCurve[]> {
  return {
    // The current is another where the user sets one for a file without it.
    keyOf: ({ id, sides, derivative }) =>
      [id, derivative, ...sides.map(({ halfCycle, current_mA }) => `${halfCycle}:${current_mA}`)].join(' '),
    load: ({ run, sides, derivative }, signal) =>
      jobs.run('derivativeCurves', { run, sides, derivative }, { signal }),
  };
}

interface DerivativeChoice {
  readonly isWanted: boolean;
  readonly derivative: Derivative;
  readonly cycles: readonly number[];
}

/** Null where there is nothing to compute. */
function wantedOf(run: AnalysedRun, { derivative, cycles }: DerivativeChoice): Wanted | null {
  const summary = fullCellOf(run);
  if (!summary || !run.outcome?.ok || !run.outcome.value.ok) return null;
  const sides = derivedSides(summary.cycles, (cycle) => cycles.includes(cycle));
  if (sides.length === 0) return null;
  return { id: run.dataset.id, run: run.outcome.value.run, sides, derivative };
}

export function useDerivatives(
  runs: readonly AnalysedRun[],
  { isWanted, derivative, cycles }: DerivativeChoice,
): readonly DrawnRun[] {
  const services = useServices();
  const loader = useMemo(() => derivativeLoader(services), [services]);
  const wanted = useMemo(
    () => runs.map((run) => (isWanted ? wantedOf(run, { isWanted, derivative, cycles }) : null)),
    [runs, isWanted, derivative, cycles],
  );
  const items = useMemo(() => wanted.filter((each) => each !== null), [wanted]);
  const loaded = useLoaded(items, loader);
  return useMemo(
    () =>
      runs.map((run, k) => {
        const asked = wanted[k];
        const nothing = run.fullCell === undefined ? undefined : NONE;
        return { ...run, derivatives: asked ? loaded.get(loader.keyOf(asked)) : nothing };
      }),
    [runs, wanted, loaded, loader],
  );
}
