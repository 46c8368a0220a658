/**
 * Where an inset covers no data: to the right, above or below what is drawn there. Only when neither has room is the
 * voltage axis made longer, on the side where less is needed.
 */
import { timeLimits, voltageLimits, type CellVoltage, type Limits } from '#figures/cellVoltage.ts';
import { emOf } from '#figures/panelLayout.ts';
import type { FigureStyle, Frame } from '#figures/figure.ts';

export type InsetSide = 'top' | 'bottom';

export interface InsetPlace {
  readonly side: InsetSide;
  /** Limits of the voltage axis, in V; null when there is nothing to show. */
  readonly range_V: Limits | null;
}

export interface InsetPanel {
  readonly frame: Frame;
  readonly cells: readonly CellVoltage[];
}

/** Free room above and below the data, as a share of their range. */
const PADDING = 0.05;
/** Between the inset and the data beside it, as a share of the axis. */
const AIR = 0.02;
const WIDTH_SHARE = 0.42;
const HEIGHT_SHARE = 0.29;
/** In ems: tick labels to the left and below, the title above, and air around them. */
const EM = { right: 1, left: 3.2, title: 1.6, labels: 1.5 };

/** The frame of the inset's axes within the frame of its panel. */
export function insetFrame(style: FigureStyle, frame: Frame, side: InsetSide): Frame {
  const em = emOf(style);
  const width_mm = WIDTH_SHARE * frame.width_mm;
  const height_mm = HEIGHT_SHARE * frame.height_mm;
  const below_mm = frame.height_mm - height_mm - EM.labels * em;
  return {
    left_mm: frame.left_mm + frame.width_mm - width_mm - EM.right * em,
    top_mm: frame.top_mm + (side === 'top' ? EM.title * em : below_mm - 0.3 * em),
    width_mm,
    height_mm,
  };
}

/** Height of the inset with its words, as a share of its panel's. */
function heightShare(style: FigureStyle, frame: Frame): number {
  return Math.min(0.75, HEIGHT_SHARE + ((EM.title + EM.labels + 0.3) * emOf(style)) / frame.height_mm);
}

/** The stretch of the time axis, in h, that the inset covers with its labels. */
function coveredTime(style: FigureStyle, frame: Frame, [from, to]: Limits): Limits {
  const covered_mm = WIDTH_SHARE * frame.width_mm + (EM.right + EM.left) * emOf(style);
  return [to - (covered_mm / frame.width_mm) * (to - from), to];
}

/** How far beyond `whole` the axis must reach upwards, so that its upper `share` is free of `covered`. */
function reachUp([low, high]: Limits, covered: Limits | null, share: number): number {
  const free = covered === null ? low : covered[1] + AIR * (high - low);
  return Math.max(high, (free - share * low) / (1 - share));
}

function mirrored(limits: Limits | null): Limits | null {
  return limits === null ? null : [-limits[1], -limits[0]];
}

export function insetPlace(style: FigureStyle, panels: readonly InsetPanel[]): InsetPlace {
  const cells = panels.flatMap((panel) => panel.cells);
  const [volts, hours] = [voltageLimits(cells), timeLimits(cells)];
  if (!volts || !hours) return { side: 'top', range_V: null };
  const pad = PADDING * Math.max(volts[1] - volts[0], 1e-9);
  const whole: Limits = [volts[0] - pad, volts[1] + pad];
  const below: Limits = [-whole[1], -whole[0]];
  const needed = panels.map(({ frame, cells: shown }) => {
    const covered = voltageLimits(shown, coveredTime(style, frame, hours));
    const share = heightShare(style, frame);
    return { top: reachUp(whole, covered, share), bottom: reachUp(below, mirrored(covered), share) };
  });
  const top = Math.max(...needed.map((panel) => panel.top));
  const bottom = -Math.max(...needed.map((panel) => panel.bottom));
  if (top - whole[1] <= whole[0] - bottom) return { side: 'top', range_V: [whole[0], top] };
  return { side: 'bottom', range_V: [bottom, whole[1]] };
}
