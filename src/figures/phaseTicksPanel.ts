/** Reference lines of phases below a pattern: a row for each phase, ticks as high as their lines are strong. */
import type { PhaseTick } from '#core/xrd/phaseTicks.ts';
import type { Axis, Frame, LineTrace, Panel } from '#figures/figure.ts';
import { plainSeries } from '#figures/plainSeries.ts';

export interface TickedPhase {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly ticks: readonly PhaseTick[];
  /** Its lines are dotted: it may be there or not. */
  readonly isUndecided?: boolean;
}

/** Share of a row that the weakest and the strongest tick take. */
const LEAST_HEIGHT = 0.22;
const MOST_HEIGHT = 0.85;

/** By the square root: weak lines decide between phases and must be seen. */
function heightOf({ intensity }: PhaseTick): number {
  if (Number.isNaN(intensity)) return LEAST_HEIGHT;
  return LEAST_HEIGHT + (MOST_HEIGHT - LEAST_HEIGHT) * Math.sqrt(Math.min(100, intensity) / 100);
}

function rowTrace(phase: TickedPhase, row: number, place: (twoTheta_deg: number) => number): LineTrace {
  const x = phase.ticks.flatMap(({ twoTheta_deg }) => {
    const at = place(twoTheta_deg);
    return [at, at, NaN];
  });
  const y = phase.ticks.flatMap((tick) => [row, row + heightOf(tick), NaN]);
  return {
    id: `ticks-${phase.id}`,
    label: phase.name,
    group: phase.name,
    colour: phase.colour,
    dash: phase.isUndecided === true ? 'dot' : 'solid',
    sourceId: phase.id,
    series: plainSeries(Float64Array.from(x), Float64Array.from(y), { xIsSorted: false }),
  };
}

export interface TicksRequest {
  readonly frame: Frame;
  readonly xAxis: Axis;
  readonly xLink: string;
  readonly showsXLabels: boolean;
  /** From 2θ in ° to the axis. */
  readonly place: (twoTheta_deg: number) => number;
}

/** The first phase stands highest. */
export function phaseTicksPanel(
  phases: readonly TickedPhase[],
  { frame, xAxis, xLink, showsXLabels, place }: TicksRequest,
): Panel {
  return {
    id: 'phases',
    title: '',
    frame,
    xAxis,
    yAxis: { quantity: '', unit: '', range: [-0.15, phases.length], hidesTicks: true },
    xLink,
    yLink: 'phases',
    showsXLabels,
    isInset: false,
    traces: phases.map((phase, at) => rowTrace(phase, phases.length - 1 - at, place)),
  };
}
