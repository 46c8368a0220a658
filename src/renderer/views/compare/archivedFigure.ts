import type { Figure } from '#figures/figure.ts';

/** A figure of the archive of a comparison. What it shows is read when its turn comes, and let go after it. */
export interface ArchivedFigure {
  readonly name: string;
  /** Null where there is nothing to draw. */
  readonly figure: (signal: AbortSignal) => Figure | null | Promise<Figure | null>;
  /** With its numbers, where no table of the archive has them. */
  readonly hasCsv: boolean;
}
