/** Every sentence of the command line that core does not say itself. */
import type { HighFrequencyIntercept, InterceptWay } from '#core/eis/highFrequencyIntercept.ts';
import type { DescribedProblem } from '#core/export/describedProblem.ts';
import type { Receipt } from '#core/import/receipt.ts';

const thousands = (value: number): string => value.toLocaleString('en');

const INTERCEPT_WAYS: Readonly<Record<InterceptWay, string>> = {
  crossing: 'where the spectrum crosses the real axis',
  'straight-line': 'the fastest points lengthened to the real axis',
  'least-real-part': "the least Z' measured",
};

export const words = {
  generalHelp: (commands: string) =>
    `amalgam – compares bare with coated metal anodes from raw cycler files\n\nUsage: amalgam <command> …\n\n${commands}\n` +
    `amalgam <command> --help tells more; amalgam --version prints the version.\n` +
    `Exit codes: 0 done, 1 an input has a problem, 2 wrong usage, 130 interrupted.\n`,
  commandHelp: (usage: string, summary: string, options: string) =>
    `${summary}\n\nUsage: amalgam ${usage}\n\n${options}`,
  helpOption: () => 'Show this help.',
  jsonOption: () => 'Write one JSON document to stdout.',
  interrupted: () => 'Interrupted; nothing half-written is left behind.',
  unknownCommand: (word: string, closest: string | undefined, names: readonly string[]) =>
    `There is no command "${word}".` +
    (closest === undefined ? ` The commands are ${names.join(', ')}.` : ` Did you mean "${closest}"?`),
  unknownOption: (option: string, closest: string | undefined) =>
    `there is no option ${option}${closest === undefined ? '' : `; did you mean ${closest}?`}`,
  wrongOption: (command: string, reason: string) => `${command}: ${reason}\nSee amalgam ${command} --help.`,
  progress: (percent: number, done: number, files: number) =>
    files === 1 ? `Reading … ${percent} %` : `Reading … ${percent} %, ${done} of ${files} files done`,
  noFile: (command: string) => `${command}: name at least one file. See amalgam ${command} --help.`,
  notPositive: (option: string, text: string) => `--${option} must be a number above 0, not "${text}".`,
  problem: (file: string, { message, hint, line, byte }: DescribedProblem) => {
    const place = line === undefined ? (byte === undefined ? '' : ` at byte ${byte}`) : ` at line ${line}`;
    return `${file}${place}: ${message} ${hint}`;
  },
  warning: (message: string) => `Warning: ${message}`,
  zim: {
    option: () =>
      "What the Z'' column of a spectrum holds: Z'' (as-is) or −Z'' (negated); without it the warnings ask.",
    unknown: (text: string) => `--zim is as-is or negated, not "${text}".`,
  },
  inspect: {
    summary: 'Shows what files hold: format, columns, checks and warnings.',
    file: (name: string, bytes: number, format: string) => `${name}: ${thousands(bytes)} bytes, ${format}`,
    rows: (receipt: Receipt) =>
      `${thousands(receipt.rowsRead)} rows read, ${thousands(receipt.rowsRepaired)} repaired, ${thousands(receipt.rowsRejected)} rejected; ` +
      `${receipt.encoding}${receipt.decimalMark === null ? '' : `, decimal mark "${receipt.decimalMark}"`}; ${receipt.signRule}`,
    dataset: (kind: string, label: string, rows: number) => `${label} (${kind}): ${thousands(rows)} rows`,
    columnTitles: () => ['  column', 'unit', 'first', 'last', 'min', 'max'],
    checks: () => 'Checks',
  },
  convert: {
    summary: 'Converts files to CSV, one file a dataset.',
    toOption: () => 'The target format; csv is the only one so far.',
    outOption: () => 'The folder to write to; it is made if it is missing.',
    namesOption: () => 'Column names: the program’s own (default) or those of the Battery Data Format.',
    forceOption: () => 'Overwrite files of the same name; without it a new file gets a number.',
    onlyCsv: (to: string | boolean | undefined) =>
      to === undefined
        ? 'convert: name the target format with --to csv.'
        : `convert: csv is the only target, not "${String(to)}".`,
    noOut: () => 'convert: name the folder to write to with --out DIR.',
    unknownNames: (names: string) => `convert: --names is core or bdf, not "${names}".`,
    written: (path: string, rows: number) => `${path}: ${thousands(rows)} rows\n`,
  },
  cycling: {
    summary: 'Half cycles of cycling files: current, capacity, polarisation.',
    areaOption: () => 'Electrode area for values per cm2; without it they are left out.',
    massOption: () => 'Active mass for values per g.',
    currentOption: () => 'Set current; needed where the file has none, its sign is then that of the voltage.',
    datasetOption: () => 'Which cycling dataset of the file, from 1; the longest without it.',
    referenceOption: () =>
      'Cycle that the retention of a full cell refers to; its first whole one unless given.',
    wholeReference: () => '--reference-cycle must be a whole number from 1.',
    wholeDataset: () => '--dataset must be a whole number from 1.',
    spectra: ({ read, placed }: { readonly read: number; readonly placed: number }) =>
      `Spectra of the cell: ${read} read, ${placed} of them held against the pristine one at their time in the run${placed < read ? '; the others, or the run, have no clock, or end at another frequency' : ''}.`,
    /** @param isPolarised otherwise the voltage has its sign */
    titles: (isPolarised: boolean) => [
      'no',
      'direction',
      'start/h',
      'duration/h',
      'I/mA',
      'Q/mAh',
      'q/mAh cm-2',
      isPolarised ? '|E|/mV' : 'E/mV',
      'shape',
    ],
    fullCellTitles: {
      cycle: 'cycle',
      current: 'I(dis)/mA',
      charge: 'Q(ch)/mAh',
      discharge: 'Q(dis)/mAh',
      perMass: 'q(dis)/mAh g-1',
      perArea: 'q(dis)/mAh cm-2',
      coulombic: 'CE/%',
      energy: 'EE/%',
      voltage: 'VE/%',
      chargeVoltage: '<E(ch)>/V',
      dischargeVoltage: '<E(dis)>/V',
      halfVoltage: 'E(dis, Q/2)/V',
      retention: 'retention/%',
      flaw: 'flaw',
    },
    heading: (file: string, dataset: string, others: readonly string[]) =>
      `${file}: ${dataset}${others.length === 0 ? '' : ` (also in the file: ${others.join(', ')})`}`,
  },
  eisFiles: {
    spectrumOption: () => 'Which spectrum of the file, from 1; the first without it.',
    wholeSpectrum: () => '--spectrum must be a whole number from 1.',
    batchOption: () => 'All spectra of all files; the JSON is then {results:[…]} even for one.',
    outOption: () =>
      'With --batch: write parameters.csv and curves.csv there, and go on where a broken batch ended.',
    outWithoutBatch: () => '--out needs --batch.',
    spectrumWithBatch: () => '--batch takes all spectra, so it cannot go with --spectrum.',
    blankShortOption: () => 'Impedance of the leads, measured with the holder shorted; is subtracted.',
    blankOpenOption: () => 'Impedance of the empty holder; the path beside the cell is subtracted.',
    identityTitles: () => ['file', 'sha256', 'spectrum'],
  },
  eisValidate: {
    summary: 'Tests impedance spectra for Kramers-Kronig consistency.',
    verdict: (file: string, label: string, valid: boolean) =>
      `${file}: ${label}: ${valid ? 'valid' : 'not valid'}`,
    facts: (rcCount: number, mu: number, noise_percent: number) =>
      `${rcCount} RC elements, mu ${mu.toFixed(3)}, residuals ${noise_percent.toPrecision(3)} % (rms)`,
    zHit: (valid: boolean) =>
      `Z-HIT: the modulus ${valid ? 'agrees with the phase' : 'does not agree with the phase'}`,
  },
  eisFit: {
    summary: 'Fits circuits to impedance spectra; without a circuit it chooses one.',
    circuitOption: () => 'Circuit as R0-p(R1,CPE1) or R(RQ); without it the circuit is chosen.',
    weightingOption: (known: readonly string[]) => `Weighting: ${known.join(', ')}; the first without it.`,
    badWeighting: (text: string, known: readonly string[]) =>
      `--weighting is one of ${known.join(', ')}, not "${text}".`,
    cellOption: (known: readonly string[]) =>
      `What lies between what: ${known.join(', ')}. Its circuits are tried beside the general ones, which any tries alone.`,
    badCell: (text: string, known: readonly string[]) =>
      `--cell is one of ${known.join(', ')}, not "${text}".`,
    areaOption: () =>
      'Area of one electrode in cm2; with --cell a capacitance that does not suit what it stands for is warned of.',
    badArea: (text: string) => `--area is a number of cm2 above 0, not "${text}".`,
    interfacesOption: () => 'Equal interfaces in series: 2 (default), as in a symmetric cell, or 1.',
    badInterfaces: (text: string) => `--interfaces is 1 or 2, not "${text}".`,
    heading: (file: string, label: string, circuit: string) => `${file}: ${label}: ${circuit}`,
    intervalsOption: (known: readonly string[]) =>
      `95 % intervals of every free parameter besides the linearised ones: ${known.join(', ')}.`,
    badIntervals: (text: string, known: readonly string[]) =>
      `--intervals is one of ${known.join(', ')}, not "${text}".`,
    titles: () => ['parameter', 'value', 'standard error', 'lower 95 %', 'upper 95 %', 'unit', 'verdict'],
    intervalTitles: () => ['parameter', 'lower 95 %', 'upper 95 %', 'unit', 'interval'],
    intervalFrom: (method: string, refits: number) => `${method}, ${refits} refits`,
    degenerate: ([one, other]: readonly [string, string]) =>
      `${one} and ${other} describe the data alike: no statistics can choose.`,
    refused: ({ circuit, reason }: { readonly circuit: string; readonly reason: string }) =>
      `refused ${circuit}: ${reason}`,
    intercept: ({ value_ohm, standardError_ohm, way, isUpperLimit }: HighFrequencyIntercept) => {
      const error = standardError_ohm === null ? '' : ` ± ${standardError_ohm.toPrecision(2)}`;
      return `high-frequency intercept ${isUpperLimit ? 'at most ' : ''}${value_ohm.toPrecision(4)}${error} ohm (${INTERCEPT_WAYS[way]})`;
    },
    quality: (fit: {
      status: string;
      chiSquared_modulus: number;
      weighting: string;
      aicc: number;
      bic: number;
    }) =>
      `${fit.status}; sum of |dZ|²/|Z|² ${fit.chiSquared_modulus.toPrecision(4)} (weighting ${fit.weighting}), AICc ${fit.aicc.toFixed(2)}, BIC ${fit.bic.toFixed(2)}`,
  },
  eisDrt: {
    summary: 'Computes the distribution of relaxation times of impedance spectra.',
    lambdaOption: () => 'gcv (default), l-curve, or a number.',
    badLambda: (text: string) => `--lambda is gcv, l-curve or a number above 0, not "${text}".`,
    heading: (file: string, label: string, lambda: number, polarisation_ohm: number) =>
      `${file}: ${label}: lambda ${lambda.toPrecision(3)}, polarisation ${polarisation_ohm.toPrecision(4)} ohm`,
    titles: () => ['tau/s', 'R/ohm', 'C/F'],
  },
  eisSimulate: {
    summary: 'Computes the impedance of a circuit: simulated data.',
    circuitOption: () => "The circuit, such as 'R0-p(R1,CPE1)' or in CDC 'R(RQ)', values in braces count.",
    setOption: () => 'Values of parameters, such as R0=10,CPE1.Q=2e-6,CPE1.n=0.9.',
    frequenciesOption: () => 'Start, stop and points per decade in Hz, such as 1e6:1e-2:10, or a comma list.',
    noFiles: () => 'eis simulate: takes no file; name the circuit with --circuit.',
    missing: (option: string) => `eis simulate: --${option} is missing. See amalgam eis simulate --help.`,
    badFrequencies: (text: string) =>
      `--frequencies is start:stop:points per decade or a comma list of numbers above 0, not "${text}".`,
    badSetting: (entry: string) => `--set is a list of NAME=VALUE, which "${entry}" is not.`,
    setTwice: (name: string) => `--set gives ${name} twice.`,
  },
  xrdIdentify: {
    summary: 'Says which phases a powder pattern shows, which it excludes and which could hide.',
    phasesOption: () =>
      'ids of the phases to look for, such as LiHg3,Li3Hg,LLTO-tet; all of the library without it',
    elementsOption: () =>
      'elements that the sample may hold, such as Li,Hg,La,Ti,O: other phases are left out',
    radiationOption: () => 'the X-rays, such as CuKa or MoKa1, in place of what the file says',
    unknownPhase: (id: string, closest: string | undefined) =>
      `xrd identify: there is no phase "${id}".` +
      (closest === undefined ? '' : ` Did you mean "${closest}"?`),
    nothingSought: () => 'xrd identify: no phase of the library is made of these elements only.',
    radiationAssumed: () =>
      'Which X-rays were used? The file does not say, and these verdicts hold for Cu Kα only: answer with --radiation (CuKa, CoKa, MoKa1, …).',
    poorFit: () =>
      'The phases do not explain the pattern: a phase is missing from the list, and others may have been taken for it. Do not rest a result on these verdicts.',
    notCalibrated: () => 'The probabilities were checked on simulated patterns of lithium amalgams only.',
    ownPhases: (ids: readonly string[]) =>
      `Looked for as the study describes them, beside or in place of the library's: ${ids.join(', ')}.`,
    title: (name: string, rwp: number) => `${name}: Rwp ${(100 * rwp).toFixed(1)} %`,
    amounts: () =>
      'Amounts as of a powder, in wt% with standard errors: by the whole pattern (phases that are not excluded; errors of misfit, scatter of lines, computed intensities, grains of 1 µm and the difference to RIR), by RIR (lines that stand alone, of present phases; errors of counting and overlap), and the depth that 99 % of the signal of the best line comes from in the dense phase',
    depth: (um: string, angle: string) => `t99 ${um} µm at ${angle}°`,
    rest: (absent: number, peaks: number) =>
      `${absent} phases absent; ${peaks} ${peaks === 1 ? 'peak' : 'peaks'} not explained`,
  },
  xrdPattern: {
    summary: 'Computes the powder pattern of a phase of the library.',
    radiationOption: (usual: string) =>
      `CuKa1 one line, CuKa the doublet, CuKaKb with Kβ, CuKb1; also Co, Mo, Ag, Cr, Fe; ${usual} unless given.`,
    noPhase: () => 'xrd pattern: name a phase, such as LiHg3.',
    unknownRadiation: (id: string, known: readonly string[]) =>
      `--radiation is one of ${known.join(', ')}, not "${id}".`,
    unknownPhase: (id: string, closest: string | undefined, known: readonly string[]) =>
      `xrd pattern: there is no phase "${id}".` +
      (closest === undefined ? ` The phases are ${known.join(', ')}.` : ` Did you mean "${closest}"?`),
    titles: () => ['hkl', 'line', 'd_A', 'twoTheta_deg', 'intensity'],
  },
};
