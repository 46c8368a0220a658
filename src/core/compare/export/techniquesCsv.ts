import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import { cellTechniques, type SpectrumReading } from '#core/compare/cellTechniques.ts';
import { csvOf, type CsvValue } from '#core/compare/export/csvTable.ts';
import type { DerivedQuantity } from '#core/eis/derivedQuantity.ts';
import type { Group } from '#core/project/study.ts';

const READING = [
  'circuit',
  'interface (ohm cm2)',
  'interface, standard error (ohm cm2)',
  'electrolyte (ohm)',
  'electrolyte, standard error (ohm)',
  'high-frequency intercept (ohm)',
  'intercept, standard error (ohm)',
];

/** One row for every cell: what its spectra before and after cycling give, and the phases that diffraction found. */
export function techniquesCsv(cells: readonly CellEvidence[], groups: readonly Group[]): string {
  const states = ['pristine', 'cycled'];
  return csvOf({
    titles: [
      ...['group', 'cell'],
      ...states.flatMap((state) => READING.map((name) => `${state}: ${name}`)),
      'phases present',
    ],
    rows: cells.map((evidence) => {
      const { cell, pristine, cycled } = cellTechniques(evidence);
      return [
        groups.find(({ id }) => id === cell.groupId)?.name ?? null,
        cell.name,
        ...[pristine, cycled].flatMap(readingOf),
        evidence.phases?.join('; ') ?? null,
      ];
    }),
  });
}

function readingOf(reading: SpectrumReading | null): readonly CsvValue[] {
  if (!reading) return READING.map(() => null);
  const { circuit, interface_ohm_cm2, electrolyte_ohm, intercept } = reading;
  return [
    circuit,
    ...quantity(interface_ohm_cm2),
    ...quantity(electrolyte_ohm),
    ...(intercept ? [intercept.value_ohm, intercept.standardError_ohm] : [null, null]),
  ];
}

function quantity(found: DerivedQuantity | null): readonly CsvValue[] {
  return found ? [found.value, found.standardError] : [null, null];
}
