/** What a run says of a symmetric cell, in sentences with their conditions. */
import type { CriticalCurrent } from '#core/cycling/criticalCurrentDensity.ts';
import type { DcAreaResistance } from '#core/cycling/dcAreaResistance.ts';
import type { SaltRefusal } from '#core/cycling/sandTime.ts';
import type { SymmetricCell } from '#core/cycling/symmetricCell.ts';
import { shortNumber } from '#core/text/shortNumber.ts';

const REFUSALS: Readonly<Record<SaltRefusal | 'area', string>> = {
  metal: 'the metal is not known',
  salt_molPerL: 'the salt concentration is not known',
  saltDiffusivity_cm2PerS: 'the diffusion coefficient of the salt is not known, and none is assumed',
  cationTransference: 'the transference number is not known',
  'single-ion': 'in a single-ion conductor (t+ = 1) the salt does not run out',
  'no-cation': 'aluminium moves as chloroaluminate anions, for which its formula does not hold',
  area: 'the electrode area is not known',
};

const OUTCOMES = {
  passed: 'passed',
  suspect: 'suspect, impedance decides',
  'soft-short': 'soft short',
  'hard-short': 'hard short',
  'contact-loss': 'contact lost',
} as const;

const CONTROLS = { time: 'times equal', capacity: 'capacities equal', mixed: 'times and capacities differ' };

const NO_RESISTANCE =
  'DC and critical current: not given, because E does not go with the sign of the current in both directions, as between two electrodes of one metal.';

export const symmetricCellWords = {
  sentences: (cell: SymmetricCell): string[] => [
    irDrops(cell.irDrops),
    cell.dcResistance ? dcResistance(cell.dcResistance, cell.ohmicFloor_ohm_cm2) : NO_RESISTANCE,
    ...(cell.criticalCurrent ? [criticalCurrent(cell.criticalCurrent)] : []),
    ...(cell.followsCurrent ? [platedCapacity(cell)] : []),
    saltTransport(cell.saltTransport),
  ],
};

function irDrops(counts: SymmetricCell['irDrops']): string {
  const late = counts['too-late'];
  return [
    `iR drop: ${counts.resolved} steps of the current sampled within 10 ms`,
    `${counts['includes-charge-transfer']} within 1 s (sampling too slow: iR contains charge transfer)`,
    `${late} refused because the first sample came later or its time is not known to 1 s`,
    `${counts['no-step']} without a clean step.`,
  ].join('; ');
}

function dcResistance(dc: DcAreaResistance, floor_ohm_cm2: number | null): string {
  const perArea = dc.cell_ohm_cm2 === null ? '' : ` (${shortNumber(dc.cell_ohm_cm2)} Ω cm², per cell)`;
  const error = dc.standardError_ohm === null ? '' : ` ± ${shortNumber(dc.standardError_ohm)}`;
  const rates = dc.rates_mA.map((value) => shortNumber(value)).join(', ');
  const how =
    dc.method === 'slope'
      ? `slope of E against I over ${dc.rates_mA.length} rates (${rates} mA)`
      : `E over I at one rate (${rates} mA), which takes an ohmic answer for granted`;
  const linear =
    dc.linearity === null
      ? ''
      : `; E/I at the highest rate is ${shortNumber(dc.linearity)} of that at the lowest`;
  const ir = dc.irDrop_ohm === null ? '' : `; from the iR drop ${shortNumber(dc.irDrop_ohm)} Ω`;
  return `DC resistance: ${shortNumber(dc.cell_ohm)}${error} Ω${perArea}, ${how}${linear}${ir}${interfaceWords(dc, floor_ohm_cm2)}.`;
}

function interfaceWords(
  { cell_ohm_cm2, interface_ohm_cm2 }: DcAreaResistance,
  floor_ohm_cm2: number | null,
): string {
  if (interface_ohm_cm2 !== null) return `; per interface ${shortNumber(interface_ohm_cm2)} Ω cm²`;
  if (cell_ohm_cm2 === null || floor_ohm_cm2 === null) return '';
  return `; nothing is left for the interfaces, because the electrolyte alone would take ${shortNumber(floor_ohm_cm2)} Ω cm² by its thickness and conductivity: these are wrong, or electrons pass it`;
}

function criticalCurrent(critical: CriticalCurrent): string {
  const perArea = critical.steps.every(({ currentDensity_mAPerCm2 }) => currentDensity_mAPerCm2 !== null);
  const unit = perArea ? 'mA/cm²' : 'mA';
  const good = perArea ? critical.lastGood_mAPerCm2 : critical.lastGood_mA;
  const failed = perArea ? critical.firstFailed_mAPerCm2 : critical.firstFailed_mA;
  const steps = critical.steps.map((step) => {
    const current = shortNumber(step.currentDensity_mAPerCm2 ?? step.current_mA);
    const capacity = shortNumber(step.capacity_mAhPerCm2 ?? step.capacity_mAh);
    return `${current} (${step.halfCycles} × ${shortNumber(step.halfCycle_h)} h, ${capacity} mAh${perArea ? '/cm²' : ''}, ${OUTCOMES[step.outcome]})`;
  });
  const interval =
    failed === null
      ? `above ${good === null ? '–' : shortNumber(good)} ${unit}, no step failed`
      : good === null
        ? `at or below ${shortNumber(failed)} ${unit}, the first step failed`
        : `above ${shortNumber(good)} and not above ${shortNumber(failed)} ${unit}`;
  return `Critical current: ${interval}; steps ${steps.join(', ')}; ${CONTROLS[critical.control]}, began with the ${critical.firstDirection} direction. It holds for this protocol, temperature and pressure.`;
}

function platedCapacity({ platedCapacity: plated }: SymmetricCell): string {
  const { workingElectrode_mAhPerCm2: perArea, workingElectrode_mAh: whole } = plated;
  const amount = perArea === null ? `${shortNumber(whole)} mAh` : `${shortNumber(perArea)} mAh/cm²`;
  const until =
    plated.until_h === null ? 'to the end of the run' : `until it failed at ${shortNumber(plated.until_h)} h`;
  return `Plated at the working electrode (current below zero): ${amount} ${until}.`;
}

function saltTransport(salt: SymmetricCell['saltTransport']): string {
  if ('refused' in salt) return `Sand’s time: not given, ${REFUSALS[salt.refused]}.`;
  const limit =
    salt.limitingCurrent_mAPerCm2 === null
      ? 'the electrolyte is taken as thick, its thickness not being known'
      : `below ${shortNumber(salt.limitingCurrent_mAPerCm2)} mA/cm² the salt does not run out at all`;
  return `Sand’s time: with ${shortNumber(salt.salt_molPerL)} mol/L, D = ${shortNumber(salt.saltDiffusivity_cm2PerS)} cm²/s, t+ = ${shortNumber(salt.cationTransference)} and z = ${salt.charge} as given; ${limit}.`;
}
