/** The options by which a command is told what is known of a cell beside its file. */
import { NO_CELL_FACTS, type CellFacts } from '#core/cycling/cellFacts.ts';
import { METALS } from '#core/project/parseStudyFile.ts';
import { positiveOption } from './answer.ts';
import { UsageError, type Command, type Invocation } from './command.ts';
import { cellFactsWords } from './text/cellFactsWords.ts';

export const CELL_FACTS_OPTIONS: Command['options'] = {
  metal: { type: 'string', value: 'METAL', description: cellFactsWords.metalOption(METALS) },
  'thickness-um': { type: 'string', value: 'L', description: cellFactsWords.thicknessOption() },
  conductivity: { type: 'string', value: 'S/CM', description: cellFactsWords.conductivityOption() },
  'salt-molar': { type: 'string', value: 'M', description: cellFactsWords.saltOption() },
  diffusivity: { type: 'string', value: 'CM2/S', description: cellFactsWords.diffusivityOption() },
  transference: { type: 'string', value: 'T', description: cellFactsWords.transferenceOption() },
};

/** What was given; a UsageError for a metal that is not known and a number that cannot be. */
export function cellFactsGiven(invocation: Invocation): CellFacts {
  const cationTransference = positiveOption(invocation, 'transference');
  if ((cationTransference ?? 0) > 1) throw new UsageError(cellFactsWords.transferenceAboveOne());
  return {
    metal: metalGiven(invocation),
    electrolyteThickness_um: positiveOption(invocation, 'thickness-um'),
    electrolyteConductivity_SPerCm: positiveOption(invocation, 'conductivity'),
    salt_molPerL: positiveOption(invocation, 'salt-molar'),
    saltDiffusivity_cm2PerS: positiveOption(invocation, 'diffusivity'),
    cationTransference,
  };
}

function metalGiven({ options: { metal: text } }: Invocation): CellFacts['metal'] {
  if (typeof text !== 'string') return null;
  const metal = METALS.find((known) => known === text);
  if (!metal) throw new UsageError(cellFactsWords.unknownMetal(text, METALS));
  return metal;
}

/** What the user gives goes before what the study says. */
export function mergedCellFacts(given: CellFacts, ofStudy: CellFacts = NO_CELL_FACTS): CellFacts {
  return {
    metal: given.metal ?? ofStudy.metal,
    electrolyteThickness_um: given.electrolyteThickness_um ?? ofStudy.electrolyteThickness_um,
    electrolyteConductivity_SPerCm:
      given.electrolyteConductivity_SPerCm ?? ofStudy.electrolyteConductivity_SPerCm,
    salt_molPerL: given.salt_molPerL ?? ofStudy.salt_molPerL,
    saltDiffusivity_cm2PerS: given.saltDiffusivity_cm2PerS ?? ofStudy.saltDiffusivity_cm2PerS,
    cationTransference: given.cationTransference ?? ofStudy.cationTransference,
  };
}
