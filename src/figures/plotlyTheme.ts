/** Colours and sizes in pixels with which a figure is drawn: exact at 96 pixels an inch. */
import { colourOnDark } from '#core/project/cellColour.ts';
import type { FigureStyle } from '#figures/figure.ts';

export const PX_PER_MM = 96 / 25.4;
const PX_PER_PT = 96 / 72;

/** `paper` is what files are: black on white. */
export type ThemeName = 'light' | 'dark' | 'paper';

export interface PlotlyTheme {
  readonly ink: string;
  readonly paper: string;
  readonly quietInk: string;
  readonly family: string;
  readonly font_px: number;
  readonly line_px: number;
  readonly axis_px: number;
}

const INKS = {
  light: { ink: '#1a1b1e', paper: '#ffffff', quietInk: '#5c5f66' },
  dark: { ink: '#c9c9c9', paper: '#1a1b1e', quietInk: '#909296' },
  paper: { ink: '#000000', paper: '#ffffff', quietInk: '#444444' },
} as const;

/** Arimo has the metrics of Arial, so a reader without it sees the same lengths. */
const FAMILY = 'Arimo, Arial, sans-serif';

export function plotlyTheme(style: FigureStyle, name: ThemeName): PlotlyTheme {
  return {
    ...INKS[name],
    family: FAMILY,
    font_px: style.font_pt * PX_PER_PT,
    line_px: style.line_pt * PX_PER_PT,
    axis_px: Math.max(0.5, 0.75 * style.line_pt) * PX_PER_PT,
  };
}

/** A colour of paper as the theme shows it. */
export function shownColour(colour: string, theme: ThemeName): string {
  return theme === 'dark' ? colourOnDark(colour) : colour;
}
