/**
 * What can be wrong with an input, as plain data. A `Problem` ends an import, a `Warning` accompanies one.
 * The codes and their parameters are listed here once; their wording lives in text/english.ts, keyed by the same
 * codes, so that a code without words does not compile.
 */
export interface ProblemParameters {
  'empty-file': object;
  'not-a-file': { readonly name: string };
  'file-missing': { readonly name: string };
  'file-unreadable': { readonly reason: string };
  'unknown-format': { readonly firstBytes: string };
  /** `holds` says whether there is a measurement in such a file at all. */
  'known-unsupported': {
    readonly format: string;
    readonly holds: 'measurement' | 'unknown' | 'none';
    readonly advice: string;
  };
  'unknown-column-id': { readonly id: number; readonly position: number };
  'unknown-version': { readonly what: string; readonly version: string };
  'missing-column': { readonly wanted: string; readonly found: string };
  'unknown-unit': { readonly column: string; readonly unit: string };
  'no-data-rows': object;
  truncated: { readonly what: string };
  malformed: { readonly what: string };
  'line-too-long': { readonly limitBytes: number };
  'file-too-large': { readonly what: string; readonly limitBytes: number };
  'too-many-columns': { readonly columns: number; readonly limit: number };
  'mixed-decimal-marks': { readonly example: string };
  'no-cycling-data': { readonly found: string };
  'no-impedance-data': { readonly found: string };
  /** Frequencies of a spectrum that a blank measured apart does not reach. */
  'blank-too-narrow': { readonly outside_Hz: readonly number[] };
  'too-few-points': { readonly points: number; readonly needed: number };
  'cannot-write': { readonly reason: string };
  'worker-failed': { readonly reason: string };
  'cannot-join': { readonly reason: string };
  'not-json': { readonly found: string };
  'no-study': { readonly name: string };
  'study-field': { readonly path: string; readonly reason: string };
  /** A file that should be a study and is something else. */
  'not-a-study-file': { readonly name: string };
  'study-file-newer': { readonly version: number; readonly known: number };
  'study-file-damaged': { readonly what: string };
  'study-file-too-large': { readonly limitBytes: number };
  'study-incomplete': { readonly count: number; readonly examples: string };
  'folder-not-empty': { readonly name: string };
  'figures-not-drawn': { readonly count: number; readonly reason: string; readonly advice: string };
  /** Positions in circuit texts count characters from 1. */
  'circuit-syntax': { readonly position: number; readonly expected: string; readonly found: string };
  'circuit-element': { readonly position: number; readonly element: string; readonly reason: string };
  'circuit-brackets': { readonly position: number; readonly reason: string };
  'circuit-name-twice': { readonly position: number; readonly name: string };
  'circuit-parameter': {
    readonly position: number;
    readonly element: string;
    readonly parameter: string;
    readonly known: string;
  };
  'circuit-limits': { readonly position: number; readonly lower: number; readonly upper: number };
  'circuit-product': {
    readonly position: number;
    readonly first: string;
    readonly second: string;
    readonly product: number;
  };
  'circuit-too-large': { readonly what: 'characters' | 'elements' | 'levels'; readonly limit: number };
  'parameters-missing': { readonly names: string };
  'parameter-unknown': { readonly name: string; readonly known: string };
  'parameter-product': { readonly first: string; readonly second: string; readonly product: number };
  'parameter-outside': {
    readonly name: string;
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    readonly unit: string;
  };
  /** Two or three columns of numbers that could be a pattern as well as a run. */
  'ambiguous-columns': { readonly columns: number; readonly reason: string };
  'no-pattern': { readonly found: string };
  /** A CIF or a list of lines; `advice` says what to write in the line. */
  'phase-refused': { readonly reason: string; readonly advice: string };
  cancelled: object;
}

export interface WarningParameters {
  'rows-rejected': { readonly count: number; readonly examples: string };
  'time-gap': { readonly count: number; readonly longest_s: number; readonly examples: string };
  'time-reset': { readonly count: number; readonly examples: string };
  'time-overlap': { readonly count: number; readonly longest_s: number; readonly examples: string };
  'capacity-differs': {
    readonly column: string;
    readonly largest_percent: number;
    readonly segments: number;
  };
  'current-sign': { readonly detail: string };
  'implausible-voltage': { readonly column: string; readonly value: number };
  'no-rows': object;
  /** Points of spectra that the study leaves out of computations. */
  'rows-left-out': { readonly count: number };
  /** Rows of other measurements that the study names to be left out. */
  'rows-not-left-out': { readonly count: number };
  'growing-file': { readonly reason: string };
  'file-changed': object;
  'default-metadata': { readonly field: string; readonly value: string };
  'cycle-numbers-differ': { readonly vendorCycles: number; readonly computedCycles: number };
  'column-mismatch': { readonly detail: string };
  'unknown-column': { readonly column: string };
  'ambiguous-dates': { readonly column: string; readonly example: string };
  'damaged-text': { readonly detail: string };
  'non-finite': { readonly column: string; readonly count: number };
  'units-assumed': { readonly detail: string };
  'titles-assumed': { readonly detail: string };
  'table-skipped': { readonly table: string; readonly reason: string };
  /** Nothing in the file says whether the column holds Z'' or −Z''; of `points`, `capacitive` have Z'' < 0 as read. */
  'zim-sign-assumed': { readonly column: string; readonly capacitive: number; readonly points: number };
  /** The titles left the sign open and the phase contradicted it: Z'' follows the phase. */
  'zim-sign-from-phase': { readonly column: string; readonly phase: string };
  'radiation-unknown': object;
  /** What a description of a phase left open, and what was taken instead. */
  'phase-assumed': { readonly phase: string; readonly detail: string };
  'error-column-assumed': { readonly detail: string };
  'zim-sign-differs': { readonly opposite: number; readonly points: number };
}

interface Place {
  /** 1-based line of a text file. */
  readonly line?: number;
  /** Offset in a binary file. */
  readonly byte?: number;
}

type Coded<P> = { readonly [C in keyof P]: { readonly code: C } & Place & P[C] }[keyof P];

export type Problem = Coded<ProblemParameters>;
export type Warning = Coded<WarningParameters>;
