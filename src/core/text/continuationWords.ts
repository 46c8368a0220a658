/** What joining files of one cell says. */
export const continuationWords = {
  noClock: (file: string) => `${file} does not say when it was measured`,
  overlap: (file: string, overlap_s: number) =>
    `${file} begins ${Number(overlap_s.toPrecision(4))} s before the file before it ends`,
  label: (files: readonly string[]) => `${files.join(' + ')} (joined)`,
};
