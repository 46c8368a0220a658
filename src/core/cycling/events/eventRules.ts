/** By what the events of a run are told: between two electrodes of one metal, and between unlike ones. */
import { chargesWithoutEnd } from '#core/cycling/events/chargesWithoutEnd.ts';
import { CRITERIA } from '#core/cycling/events/criteria.ts';
import type { Criterion, CriterionId } from '#core/cycling/events/criterion.ts';
import type { FullCellCharge } from '#core/cycling/events/fullCellCharges.ts';

export interface EventRules {
  readonly criteria: readonly { readonly id: CriterionId; readonly holds: Criterion }[];
  /** |E| over I is a resistance, whose falls, rises and recovery mean something. */
  readonly hasResistance: boolean;
}

export const LIKE_ELECTRODES: EventRules = { criteria: CRITERIA, hasResistance: true };

/** What asks for no resistance, and what the charges say. */
const UNLIKE: readonly CriterionId[] = ['impedance', 'noise'];

export function unlikeElectrodes(charges: readonly FullCellCharge[]): EventRules {
  return {
    criteria: [
      ...CRITERIA.filter(({ id }) => UNLIKE.includes(id)),
      { id: 'full-cell', holds: chargesWithoutEnd(charges) },
    ],
    hasResistance: false,
  };
}
