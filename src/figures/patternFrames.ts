/** Where the pattern, the reference lines of its phases and what is left over stand: below each other. */
import type { FigureStyle, Frame } from '#figures/figure.ts';
import { emOf, type PanelLayout } from '#figures/panelLayout.ts';
import { rowFrames } from '#figures/rowFrames.ts';

const ROW_EM = 1.05;
const GAP_EM = 0.5;

export interface PatternRows {
  /** Rows of reference lines; 0 = no panel of them. */
  readonly phases: number;
  /** Of the whole height, for a difference below; 0 = none. */
  readonly differenceShare: number;
}

export interface PatternFrames {
  readonly pattern: Frame;
  /** Null without phases. */
  readonly ticks: Frame | null;
  /** The lowest: that of the pattern or of the lines where no difference is shown. */
  readonly lowest: Frame;
}

const NO_FRAME: Frame = { left_mm: 0, top_mm: 0, width_mm: 1, height_mm: 1 };

export function patternFrames(
  { frames: [frame = NO_FRAME] }: PanelLayout,
  style: FigureStyle,
  { phases, differenceShare }: PatternRows,
): PatternFrames {
  const em_mm = emOf(style);
  const below = [phases * ROW_EM * em_mm, differenceShare * frame.height_mm].filter((height) => height > 0);
  const frames = rowFrames(frame, [null, ...below], GAP_EM * em_mm);
  const [pattern = frame, second = frame] = frames;
  return { pattern, ticks: phases === 0 ? null : second, lowest: frames.at(-1) ?? frame };
}
