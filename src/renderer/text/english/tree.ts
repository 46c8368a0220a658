export const tree = {
  title: 'Study',
  search: 'Search cells and files',
  clearSearch: 'Clear search',
  noGroup: 'No group',
  unnamedCell: 'Unnamed cell',
  unassigned: 'Not assigned',
  noFiles: 'no files',
  cells: (count: number) => String(count),
  /** What a file with several measurements holds. */
  fileHolds: ({
    runs,
    spectra,
    patterns,
    others,
  }: Record<'runs' | 'spectra' | 'patterns' | 'others', number>) =>
    [
      runs > 0 ? `${runs} ${runs === 1 ? 'run' : 'runs'}` : '',
      spectra > 0 ? `${spectra} ${spectra === 1 ? 'spectrum' : 'spectra'}` : '',
      patterns > 0 ? `${patterns} ${patterns === 1 ? 'pattern' : 'patterns'}` : '',
      others > 0 ? `${others} ${others === 1 ? 'other' : 'others'}` : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  nothingFound: 'Nothing has this name.',
  empty: 'Cells and files appear here.',
  expand: 'Open',
  collapse: 'Close',
  excluded: 'excluded',
  failedChecks: (count: number) => `${count} ${count === 1 ? 'check' : 'checks'} failed`,
};
