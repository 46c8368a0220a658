/** What impedance and diffraction say of each cell, as a table; what is missing is said in its place. */
import type { CellTechniques, SpectrumReading } from '#core/compare/cellTechniques.ts';
import type { DerivedQuantity } from '#core/eis/derivedQuantity.ts';
import type { Group } from '#core/project/study.ts';
import type { ShownTable } from '../../components/copyTable.ts';
import { digits } from '../../text/digits.ts';
import { stateWords } from '../../text/stateWords.ts';
import { text } from '../../text/text.ts';
import { withError } from '../../text/withError.ts';
import type { ScanPhases } from './usePhases.ts';

const words = text.compare.techniques;

function shown(value: number, error: number | null): string {
  return error === null || !(error > 0) ? digits(value, 3) : withError(value, error);
}

function quantity(found: DerivedQuantity | null): string {
  return found === null ? '–' : shown(found.value, found.standardError);
}

function interfaceWords({ interface_ohm, interface_ohm_cm2, circuit }: SpectrumReading): string {
  if (interface_ohm_cm2) return quantity(interface_ohm_cm2);
  if (circuit === null) return words.noCircuit;
  return interface_ohm === null ? words.noArc : words.noArea;
}

function interceptWords({ intercept }: SpectrumReading): string {
  return intercept === null ? '–' : shown(intercept.value_ohm, intercept.standardError_ohm);
}

function circuitWords({ pristine, cycled }: CellTechniques): string {
  const shown = [pristine, cycled].flatMap((reading) => reading?.circuit ?? []);
  return shown.length === 0 ? '–' : [...new Set(shown)].join(', ');
}

function phaseWords(scans: readonly ScanPhases[] | undefined): string {
  if (!scans) return words.noScan;
  return scans
    .map(({ present, state }) => {
      const phases = present === null ? words.notIdentified : present.join(', ') || words.noPhase;
      return words.ofState(phases, stateWords(state));
    })
    .join('; ');
}

/** In place of readings where a cell has no spectrum of that state. */
function missingWords({ unmarked }: CellTechniques): string {
  return unmarked > 0 ? words.unmarked(unmarked) : words.noSpectrum;
}

export function techniquesTable(
  cells: readonly CellTechniques[],
  groups: readonly Group[],
  scans: ReadonlyMap<string, readonly ScanPhases[]>,
): ShownTable {
  const { columns } = words;
  const nameOf = (id: string | null) => groups.find((group) => group.id === id)?.name ?? '';
  return {
    titles: [
      text.compare.columns.group,
      text.compare.columns.cell,
      columns.interfacePristine,
      columns.interfaceCycled,
      columns.phases,
      columns.electrolytePristine,
      columns.electrolyteCycled,
      columns.interceptPristine,
      columns.interceptCycled,
      columns.circuit,
    ],
    rows: cells.map((each) => {
      const { cell, pristine, cycled } = each;
      const missing = missingWords(each);
      const both = (of: (reading: SpectrumReading) => string, otherwise: string) =>
        [pristine, cycled].map((reading) => (reading ? of(reading) : otherwise));
      return [
        nameOf(cell.groupId),
        cell.name,
        ...both(interfaceWords, missing),
        phaseWords(scans.get(cell.id)),
        ...both(({ electrolyte_ohm }) => quantity(electrolyte_ohm), '–'),
        ...both(interceptWords, '–'),
        circuitWords(each),
      ];
    }),
  };
}
