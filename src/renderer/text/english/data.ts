import type { DatasetKind } from '#core/dataset.ts';
import type { NamingPatternProblem } from '#core/project/namingPattern.ts';
import { count } from '../digits.ts';

const measurements = (number: number) => `${count(number)} ${number === 1 ? 'measurement' : 'measurements'}`;
const files = (number: number) => `${count(number)} ${number === 1 ? 'file' : 'files'}`;

const kindNames: Readonly<Record<DatasetKind, string>> = {
  cycling: 'cycling',
  impedance: 'impedance',
  diffraction: 'diffraction',
};

function namingProblem(problem: NamingPatternProblem): string {
  switch (problem.code) {
    case 'empty':
      return 'Write a pattern, such as {group}_{cell}.';
    case 'no-cell':
      return 'The pattern needs {cell} or {group}.';
    case 'unknown-field':
      return `{${problem.field}} is not known; use {group}, {cell}, {electrolyte}, {coating}, {metal}, {cycle} or *.`;
    case 'repeated-field':
      return `{${problem.field}} stands twice; once is enough.`;
    case 'nothing-between':
      return `Something must stand between ${problem.first} and ${problem.second}, such as _ or -.`;
    case 'open-brace':
      return `The brace at position ${problem.position} has no partner.`;
  }
}

export const data = {
  kindNames,
  toolbar: {
    title: 'Data',
    addFiles: 'Add files …',
    newCell: 'New cell',
    byName: 'Assign by name …',
    copyTable: 'Copy table',
  },
  copied: 'Copied. It pastes into a spreadsheet.',
  notCopied: 'The clipboard did not take it. Click into the window and try again.',
  queue: {
    title: 'Importing files',
    work: (name: string) => `Reading ${name}`,
    crashHint: 'This is a fault of the program, not of your file. Everything stored before is safe.',
    count: (done: number, total: number) =>
      done === total ? `Imported: ${files(total)}` : `Importing: ${count(done)} of ${files(total)}`,
    refused: (number: number) => `${count(number)} could not be read`,
    clear: 'Clear finished',
    waiting: 'waiting',
    missing: 'Not found: study.json names this file, but it is not among the files that were opened.',
    storing: 'storing',
    done: (number: number) => `read: ${measurements(number)}`,
    checksFailed: (number: number) => `${number} ${number === 1 ? 'check' : 'checks'} failed`,
    replaced: (number: number, names: readonly string[]) =>
      `read: ${measurements(number)}, in place of ${names.join(', ')}, whose rows it holds too`,
    skipped: (sameAs: string) => `Skipped: the same content is in this study already, from ${sameAs}.`,
    partOf: (whole: string, row: number) =>
      `Skipped: its rows stand in ${whole} already, from row ${count(row)} on.`,
    held: (names: readonly string[]) =>
      `Not stored yet: it also holds all rows of ${names.join(', ')}, which ${names.length === 1 ? 'is' : 'are'} in this study. Which shall stay?`,
    replaceParts: 'Put it in their place',
    keepBoth: 'Keep all',
    keepAnyway: 'Import anyway',
    cancelled: 'Cancelled; nothing of it was kept.',
    cancelOne: (name: string) => `Cancel ${name}`,
    retryOne: (name: string) => `Try ${name} again`,
    receiptOf: (name: string) => `Receipt of ${name}`,
  },
  loose: {
    title: 'Files without a cell',
    count: (number: number) => `${files(number)} without a cell`,
    hint: 'Drag them onto a cell in the table or the tree, or',
    byName: 'assign by name …',
    kinds: (kinds: readonly DatasetKind[]) =>
      [...new Set(kinds)]
        .map((kind) => {
          const number = kinds.filter((other) => other === kind).length;
          return number === 1 ? kindNames[kind] : `${number} × ${kindNames[kind]}`;
        })
        .join(', '),
  },
  naming: {
    title: 'Assign by name',
    pattern: 'Naming pattern',
    hint: 'Fields: {group} {cell} {electrolyte} {coating} {metal} {cycle}, * for anything. Li-Hg_LLTO_03.mpr follows',
    example: '{group}_{electrolyte}_{cell}',
    preview: 'What the pattern would assign',
    file: 'File',
    what: 'Result',
    noMatch: 'stays without a cell',
    newCell: 'new cell',
    existingCell: 'this cell',
    more: (number: number) => `… and ${files(number)} more`,
    apply: (number: number) => (number === 0 ? 'Assign' : `Assign ${files(number)}`),
    nothingLoose: 'Every file has its cell.',
    problem: namingProblem,
  },
  table: {
    title: 'Cells',
    noFiles: 'no files yet',
    showCell: (name: string, number: number) => `Choose cell ${name}: ${measurements(number)}`,
    emptyTitle: 'No cells yet',
    emptyText:
      'One row is one physical cell: its group, metal, area and what else you know. Paste a block from a spreadsheet, assign files by their names, or begin with one cell.',
    cleared: 'Clear fields',
    refused: (row: number, field: string, reason: string) => `Row ${row}, ${field}: ${reason}`,
    notAllPasted: (number: number) =>
      number === 0 ? 'Not everything was pasted' : `${count(number)} fields were not pasted`,
    columnsLeftOut: (number: number) => `${count(number)} columns lie beyond the table and were left out.`,
  },
};
