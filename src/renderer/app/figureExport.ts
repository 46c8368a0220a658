/** The view on screen says here how it exports its figure; the command and the menu ask for it. */
let current: (() => void) | null = null;

/** For an effect: the returned function takes the offer back. */
export function offerFigureExport(run: () => void): () => void {
  current = run;
  return () => {
    if (current === run) current = null;
  };
}

export function exportFigure(): void {
  current?.();
}
