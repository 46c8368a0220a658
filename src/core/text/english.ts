/**
 * Every sentence core says to a user. The interface's own catalogue is renderer/text/english.ts; both are typed,
 * so a translation that lacks a sentence does not compile.
 */
import type { Problem, ProblemParameters, WarningParameters } from '#core/problem.ts';
import type { Words } from '#core/text/words.ts';

type ProblemWords = {
  readonly [C in keyof ProblemParameters]: (p: ProblemParameters[C] & Pick<Problem, 'line'>) => Words;
};
type WarningWords = { readonly [C in keyof WarningParameters]: (p: WarningParameters[C]) => string };

export const problemWords: ProblemWords = {
  'empty-file': () => ({
    message: 'The file is empty (0 bytes).',
    hint: 'Export the measurement again, or check that the copy finished.',
  }),
  'not-a-file': ({ name }) => ({
    message: `${name} is a folder, not a file.`,
    hint: 'Name the files in it, or open the folder as a study if it holds a study.json.',
  }),
  'file-missing': ({ name }) => ({
    message: `There is no file ${name}.`,
    hint: 'Check the name and whether the drive is connected.',
  }),
  'file-unreadable': ({ reason }) => ({
    message: `The file could not be read: ${reason}.`,
    hint: 'Close other programs that hold it, copy it to a local drive and try again.',
  }),
  'unknown-format': ({ firstBytes }) => ({
    message: `The content is of no format this program knows; it begins with ${firstBytes}.`,
    hint: 'Export the measurement as text from the instrument software; the README lists what is read.',
  }),
  'known-unsupported': ({ format, holds, advice }) => ({
    message:
      holds === 'none'
        ? `This is ${format}, which holds no measurement.`
        : `This is ${format}; this program does not ${holds === 'unknown' ? 'look into it' : 'read this kind of file'}.`,
    hint: advice,
  }),
  'unknown-column-id': ({ id, position }) => ({
    message: `Column ${position} has the id ${id}, which is unknown; its width cannot be guessed.`,
    hint: 'Export the run as text (.mpt) from EC-Lab and report the id, so that it can be added.',
  }),
  'unknown-version': ({ what, version }) => ({
    message: `${what} has version ${version}, which is not known.`,
    hint: 'Export the run as text from the instrument software and report the version.',
  }),
  'missing-column': ({ wanted, found }) => ({
    message: `A column for ${wanted} is missing; the file has ${found}.`,
    hint: 'Export again with this column ticked.',
  }),
  'unknown-unit': ({ column, unit }) => ({
    message: `The unit "${unit}" of column ${column} is not known.`,
    hint: 'Choose a plain unit such as mA, V, mAh or s in the export dialog.',
  }),
  'no-data-rows': () => ({
    message: 'The file has a header but no rows of data.',
    hint: 'Check that the measurement had begun when the file was exported.',
  }),
  truncated: ({ what }) => ({
    message: `The file ends in the middle of ${what}.`,
    hint: 'Copy or export the file again; the original may still be complete.',
  }),
  malformed: ({ what }) => ({
    message: `The file is damaged: ${what}.`,
    hint: 'Export the measurement again from the instrument software.',
  }),
  'line-too-long': ({ limitBytes }) => ({
    message: `A line is longer than ${limitBytes.toLocaleString('en')} bytes; no export looks like this.`,
    hint: 'Check that the file is a text export and was copied completely.',
  }),
  'file-too-large': ({ what, limitBytes }) => ({
    message: `${what} of more than ${limitBytes.toLocaleString('en')} bytes is not read: it must be held in memory as a whole.`,
    hint: 'Split it in the instrument software, or export the measurements as CSV.',
  }),
  'too-many-columns': ({ columns, limit }) => ({
    message: `The table has ${columns.toLocaleString('en')} columns; at most ${limit.toLocaleString('en')} are read.`,
    hint: 'Export fewer columns.',
  }),
  'mixed-decimal-marks': ({ example }) => ({
    message: `Numbers are written with both decimal point and decimal comma, for example ${example}.`,
    hint: 'Export again with one decimal mark.',
  }),
  'no-cycling-data': ({ found }) => ({
    message: `The file has no such cycling data; it has ${found || 'no measurement'}.`,
    hint: 'Name a file with time, voltage and current, or another dataset of this one.',
  }),
  'no-impedance-data': ({ found }) => ({
    message: `The file has no such impedance spectrum; it has ${found || 'no measurement'}.`,
    hint: 'Name a file with frequency and impedance, or another spectrum of this one.',
  }),
  'blank-too-narrow': ({ outside_Hz }) => ({
    message: `The blank does not reach ${outside_Hz.length === 1 ? 'one frequency' : `${outside_Hz.length} frequencies`} of the spectrum, such as ${Number((outside_Hz[0] ?? NaN).toPrecision(4))} Hz.`,
    hint: 'Measure the blank over all frequencies of the spectrum, or leave those points out: nothing is extrapolated.',
  }),
  'too-few-points': ({ points, needed }) => ({
    message: `The spectrum has ${points} usable points; at least ${needed} are needed.`,
    hint: 'Measure more frequencies, or bring excluded points back.',
  }),
  'cannot-write': ({ reason }) => ({
    message: `The result could not be written: ${reason}.`,
    hint: 'Choose a folder that can be written to and has enough room; nothing was left behind.',
  }),
  'worker-failed': ({ reason }) => ({
    message: `The program failed while it worked on this file: ${reason.replace(/\.$/, '')}.`,
    hint: 'The file is untouched. Try it alone; if it fails again, report the message with the file.',
  }),
  'cannot-join': ({ reason }) => ({
    message: `The files cannot be joined: ${reason}.`,
    hint: 'Keep them as separate measurements of the cell, or leave the odd one out.',
  }),
  'not-json': ({ found }) => ({
    message: found === '' ? 'study.json ends too early.' : `study.json is not valid JSON at ${found}`,
    hint: 'Correct the text there: a comma, a quote or a bracket is missing or too many.',
  }),
  'no-study': ({ name }) => ({
    message: `${name} is no study: it is not a folder with a study.json.`,
    hint: 'Name a folder of raw files with a study.json, such as resources/sample-study.',
  }),
  'study-field': ({ path, reason }) => ({
    message: `In study.json ${path === '' ? 'the document' : path} ${reason}.`,
    hint: 'Correct it in study.json; the study.json of the sample study shows the form.',
  }),
  'not-a-study-file': ({ name }) => ({
    message: `${name} is no study file of this program.`,
    hint: 'Choose a .amalgam file that was saved by Amalgam; measurements are added with Add files.',
  }),
  'study-file-newer': ({ version, known }) => ({
    message: `The study file has version ${version}; this program knows versions up to ${known}.`,
    hint: 'Open it with the newer Amalgam that saved it. The file is untouched.',
  }),
  'study-file-damaged': ({ what }) => ({
    message: `The study file is damaged: ${what}. Nothing of it was opened.`,
    hint: 'Copy it again from where it was saved, or save the study again.',
  }),
  'study-file-too-large': ({ limitBytes }) => ({
    message: `The study does not fit into one study file of ${limitBytes.toLocaleString('en')} bytes.`,
    hint: 'Remove measurements that the question does not need, or divide the study in two.',
  }),
  'study-incomplete': ({ count, examples }) => ({
    message: `${count} ${count === 1 ? 'file' : 'files'} of the study could not be used (${examples}).`,
    hint: 'The report has all the others; its first page says what each of these lacks.',
  }),
  'folder-not-empty': ({ name }) => ({
    message: `The folder ${name} is not empty.`,
    hint: 'Name a new folder, or add --force to overwrite files of the same names.',
  }),
  'figures-not-drawn': ({ count, reason, advice }) => ({
    message: `${count} figures were not drawn: ${reason}. Their data were written as CSV.`,
    hint: advice,
  }),
  'circuit-syntax': ({ position, expected, found }) => ({
    message: `At character ${position} of the circuit ${found === '' ? 'the text ends' : `stands "${found}"`}; expected is ${expected}.`,
    hint: 'Write a circuit such as R0-p(R1,CPE1)-W1, or in CDC as R(RQ)W.',
  }),
  'circuit-element': ({ position, element, reason }) => ({
    message: `At character ${position} of the circuit stands the element ${element}, which is not known here.`,
    hint: `${reason}.`,
  }),
  'circuit-brackets': ({ position, reason }) => ({
    message: `At character ${position} of the circuit ${reason}.`,
    hint: 'In CDC ( ) joins in parallel and [ ] in series, for example R(Q[RW]).',
  }),
  'circuit-name-twice': ({ position, name }) => ({
    message: `At character ${position} of the circuit the name ${name} is used a second time.`,
    hint: 'Give each element of a kind a number of its own.',
  }),
  'circuit-parameter': ({ position, element, parameter, known }) => ({
    message: `At character ${position} of the circuit ${element} is given a parameter ${parameter}, which it does not have.`,
    hint: `Its parameters are ${known}.`,
  }),
  'circuit-limits': ({ position, lower, upper }) => ({
    message: `At character ${position} of the circuit the lower limit ${lower} is not below the upper limit ${upper}.`,
    hint: 'Limits are written value/lower/upper.',
  }),
  'circuit-product': ({ position, first, second, product }) => ({
    message: `At character ${position} of the circuit ${first} times ${second} is ${product}, above 1.`,
    hint: 'No passive arc falls that fast: lower one of the two exponents.',
  }),
  'circuit-too-large': ({ what, limit }) => ({
    message: `The circuit has more than ${limit.toLocaleString('en')} ${what === 'levels' ? 'levels of brackets' : what}.`,
    hint: 'No spectrum determines that many; check that the text is a circuit.',
  }),
  'parameters-missing': ({ names }) => ({
    message: `No value is given for ${names}.`,
    hint: 'Every parameter of the circuit needs one.',
  }),
  'parameter-unknown': ({ name, known }) => ({
    message: `The circuit has no parameter ${name}.`,
    hint: `Its parameters are ${known}.`,
  }),
  'parameter-product': ({ first, second, product }) => ({
    message: `${first} times ${second} is ${product}, above 1.`,
    hint: 'No passive arc falls that fast: lower one of the two exponents.',
  }),
  'parameter-outside': ({ name, value, lower, upper, unit }) => ({
    message: `${name} = ${value} lies outside its limits ${lower} to ${upper}${unit === '-' ? '' : ` ${unit}`}.`,
    hint: 'Check the value and its power of ten.',
  }),
  'ambiguous-columns': ({ columns, reason }) => ({
    message: `The file has ${columns} columns of numbers without titles; as a diffraction pattern they are doubtful because ${reason}.`,
    hint: 'Which quantities are they? Put a line with their names above them, such as “2theta (deg), intensity (counts)” or “Time (s), Voltage (V)”, and import the file again.',
  }),
  'no-pattern': ({ found }) => ({
    message: `The file has no diffraction pattern; it has ${found || 'no measurement'}.`,
    hint: 'Name a file with intensity against 2θ.',
  }),
  'phase-refused': ({ reason, advice, line }) => ({
    message: `The phase cannot be read${line === undefined ? '' : `, line ${line}`}: ${reason}.`,
    hint: advice,
  }),
  cancelled: () => ({ message: 'The import was cancelled.', hint: 'Import the file again when it suits.' }),
};

export const warningWords: WarningWords = {
  'rows-rejected': ({ count, examples }) =>
    `${count} rows could not be read and were left out (${examples}).`,
  'time-gap': ({ count, longest_s, examples }) =>
    `Time has ${count} gaps, the longest ${longest_s} s (${examples}).`,
  'time-reset': ({ count, examples }) => `Time runs backwards ${count} times (${examples}).`,
  'time-overlap': ({ count, longest_s, examples }) =>
    `Time overlaps ${count} times, the longest by ${longest_s} s (${examples}).`,
  'capacity-differs': ({ column, largest_percent, segments }) =>
    `${column} differs from the integral of the current by up to ${largest_percent} % in ${segments} segments.`,
  'current-sign': ({ detail }) => `The sign of the current is doubtful: ${detail}.`,
  'implausible-voltage': ({ column, value }) =>
    `${column} reaches ${value} V; is the unit in the header right (mV instead of V)?`,
  'rows-left-out': ({ count }) =>
    `${count === 1 ? '1 point of a spectrum is' : `${count} points of spectra are`} left out of computations, as the study says.`,
  'rows-not-left-out': ({ count }) =>
    `The study names ${count === 1 ? '1 row' : `${count} rows`} to be left out that ${count === 1 ? 'belongs' : 'belong'} to no spectrum: only points of spectra are left out, so ${count === 1 ? 'it is' : 'they are'} computed with.`,
  'no-rows': () => 'The file has no rows of data: the technique had not recorded anything.',
  'growing-file': ({ reason }) =>
    `The file looks unfinished: ${reason}. Import it again when the run has ended.`,
  'file-changed': () => 'The file changed while it was read; import it again.',
  'default-metadata': ({ field, value }) =>
    `${field} = ${value} is a default of the instrument software and is treated as not set.`,
  'cycle-numbers-differ': ({ vendorCycles, computedCycles }) =>
    `The file counts ${vendorCycles} cycles, the current counts ${computedCycles}.`,
  'ambiguous-dates': ({ column, example }) =>
    `${column} may have the day or the month first (${example}); it is kept as text.`,
  'column-mismatch': ({ detail }) => `The columns do not match their titles: ${detail}.`,
  'unknown-column': ({ column }) => `Column "${column}" is kept as it is; its meaning is not known.`,
  'damaged-text': ({ detail }) => `Some text was damaged before it reached this program: ${detail}.`,
  'non-finite': ({ column, count }) => `${column} holds ${count} values that are not finite numbers.`,
  'units-assumed': ({ detail }) => `The titles name no units; assumed are ${detail}.`,
  'titles-assumed': ({ detail }) => `The table has no titles; its columns are read as ${detail}.`,
  'table-skipped': ({ table, reason }) => `${table} was not read: ${reason}.`,
  'zim-sign-assumed': ({ column, capacitive, points }) =>
    `Nothing says whether ${column} holds Z'' or −Z''; it is read as Z'', which makes ${capacitive} of ${points} points capacitive` +
    (2 * capacitive < points
      ? ". A cell is rarely inductive at most frequencies: if the column holds −Z'', invert the sign of Z''."
      : ". If the column holds −Z'', invert the sign of Z''."),
  'zim-sign-from-phase': ({ column, phase }) =>
    `${column} and ${phase} have opposite signs; Z'' follows the phase, so ${column} was taken as −Z''.`,
  'radiation-unknown': () =>
    'Nothing says which X-rays were used. Which anode or wavelength was it? Lattice spacings and phases wait for the answer.',
  'phase-assumed': ({ phase, detail }) => `${phase}: ${detail}.`,
  'error-column-assumed': ({ detail }) => `The third column has no title; ${detail}.`,
  'zim-sign-differs': ({ opposite, points }) =>
    `Z'' and the phase have opposite signs at ${opposite} of ${points} points; check which of them is right and invert the sign of Z'' if it is the phase.`,
};
