/** Every sentence of a report: its command, its first page and its methods. */
export const reportWords = {
  summary: 'Writes figures, tables, methods and receipts of a study into a folder.',
  outOption: () => 'The folder to write to; it is made if it is missing.',
  forceOption: () => 'Write into a folder that is not empty, over files of the same names.',
  oneStudy: () => 'report: name one study, a folder with a study.json.',
  noOut: () => 'report: name the folder to write to with --out DIR.',
  written: (files: number, directory: string) => `${files} files in ${directory}\n`,
  usingBrowser: (origin: string) =>
    `Figures are drawn by the browser ${origin}, without a window and without a network.`,
  noSandbox: () =>
    'Run by root, that browser cannot start its sandbox and runs without it; it opens nothing but pages of this program.',
  noBrowser: () => 'there is no Chromium, Chrome or Edge on this computer',
  browserAdvice: () =>
    'Install Chromium, Chrome or Edge (on Debian: apt-get install chromium), or let AMALGAM_BROWSER name one, and run the command again with --force.',
  noFigurePage: () => 'the page that draws figures is not built',
  buildAdvice: () => 'Run npm run build and then the command again with --force.',
  drawingFailed: (reason: string) => `the browser failed: ${reason}`,
  simulated: () => 'Simulated data. Every measurement in this study was computed, none was measured.',
  unknownMetal: () => 'metal not given',
  unknownElectrolyte: () => 'electrolyte not given',
  ungrouped: () => 'no group',
  page: {
    tables: () => 'Tables',
    cells: () => 'Cells',
    files: () => 'Files read',
    notRead: () => 'Files that could not be used',
    remarks: () => 'Remarks',
    notDrawn: (name: string) => `${name} was not drawn; its data are in the CSV file.`,
    excluded: (cell: string, reason: string) =>
      `${cell} is left out of figures and half-cycle tables: ${reason}`,
    warningOf: (message: string, files: readonly string[]) =>
      `${message} (${files.length === 1 ? '' : `${files.length} files: `}${files.join(', ')})`,
    cellTitles: () => ['Cell', 'Group', 'Half cycles', 'Cycled for (h)', 'First |E| (mV)', 'Last |E| (mV)'],
    fileTitles: () => ['File', 'Cell', 'Format', 'Rows read', 'Repaired', 'Rejected', 'Receipt'],
    madeBy: (version: string) => `Amalgam, computations ${version}. This page needs no network.`,
  },
  methods: {
    title: (study: string) => `Methods: ${study}`,
    data: () => 'Data',
    version: (version: string) => `Computed by Amalgam, version ${version} of the computations.`,
    files: (read: number, cells: number) =>
      `${read} files of ${cells} cells were read; the receipts say how.`,
    groups: () => 'Cells',
    cellsOf: (group: string, cells: number) =>
      `${group}: n = ${cells} ${cells === 1 ? 'cell' : 'cells'} with cycling data`,
    rules: () => 'Rules',
    integrationOf: (rule: string, cells: readonly string[]) => `${rule} (${cells.join(', ')})`,
    halfCycles: () =>
      'Half cycles are cut where the current changes sign. Current below three times its noise or a thousandth of its set value, whichever is larger, is rest; stretches of fewer than 5 samples are left out.',
    polarisation: () =>
      'The polarisation of a half cycle is the median of |E| between 40 and 60 % of its duration, rows at rest left out. It is one-sided: half of the distance between the two directions of a symmetric cell.',
    cycles: () =>
      'A cycle begins with every half cycle in the direction of the first one; its efficiency is the second capacity over the first.',
    perAmount: () =>
      'Capacities per area and per mass are divided by the area and the active mass that study.json gives for the cell; without them the columns are empty.',
    joined: () =>
      'Runs of one cell in several files are joined in the order of their clocks, the time between them kept; no charge flows in it.',
    thinning: () =>
      'Lines in figures are thinned to what 300 dots an inch can show, extremes kept; the CSV beside a figure has every point.',
    threshold: (cell: string, threshold_mA: number, dropped: number) =>
      `${cell}: rest below ${threshold_mA} mA, ${dropped} short stretches left out`,
    perCell: () => 'Limits of rest, cell by cell',
    notJoined: (cell: string, reason: string) => `${cell}: ${reason}`,
  },
} as const;
