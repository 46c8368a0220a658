/** What a run says of a full cell, in sentences with their conditions. */
import type { Normalisation } from '#core/cycling/capacityProfile.ts';
import type { LeftOutReason } from '#core/cycling/fullCell/countedCycles.ts';
import type { CycleMean, CycleMeans } from '#core/cycling/fullCell/cycleMeans.ts';
import type { FullCellFacts } from '#core/cycling/fullCell/fullCellFacts.ts';
import type { ImpliedRetention } from '#core/cycling/fullCell/impliedRetention.ts';
import type { RateGroup } from '#core/cycling/fullCell/rateGroups.ts';
import type { NoReservoir, ReservoirResult } from '#core/cycling/fullCell/reservoirTest.ts';
import type { RetainedCapacity } from '#core/cycling/fullCell/retention.ts';
import { peakWords } from '#core/text/peakWords.ts';
import { shortNumber } from '#core/text/shortNumber.ts';

interface Asked {
  /** Null = not given. */
  readonly referenceCycle: number | null;
  readonly normalisation: Normalisation;
}

const percent = (share: number): string => `${shortNumber(100 * share, 4)} %`;
const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

const LEFT_OUT: Readonly<Record<LeftOutReason, string>> = {
  incomplete: 'incomplete: a half cycle is missing',
  interrupted: 'interrupted: the instrument paused or a later file was joined on inside it',
  unfinished: 'unfinished: the run ends before the voltage at which the others ended',
  first: 'the first of the run: films form, and a cell that came partly charged does not take what it gives',
};

const NO_RESERVOIR: Readonly<Record<NoReservoir['refused'], string>> = {
  'no-equal-cycles': 'the run does not end with three or more equal partial cycles and a last stripping',
  'no-reservoir': 'no larger plating lies before the equal cycles',
  'not-exhausted': 'the last stripping does not end at a voltage far above that of the partial ones',
};

export const fullCellWords = {
  leftOut: (reason: LeftOutReason) => LEFT_OUT[reason],
  /** For a column of a table. */
  flaw: (reason: LeftOutReason) => reason,
  verdict: (facts: FullCellFacts, asked: Asked): string[] => [
    chargingSentence(facts.charging),
    efficiencyRule(facts.beginsWith),
    ...retentionSentences(facts.retained, asked),
    ...leftOutSentences(facts.leftOut),
    ...meanSentences(facts),
    ...rateSentences(facts.rates),
    ...impliedSentence(facts.impliedRetention),
    ...facts.fade.verdict,
    ...peakWords.sentences(facts.peaks),
  ],
  reservoir: (result: ReservoirResult | NoReservoir): string =>
    'refused' in result
      ? `Reservoir method (Aurbach, Adams): not given, because ${NO_RESERVOIR[result.refused]}.`
      : `Reservoir method (Aurbach, Adams): coulombic efficiency ${percent(result.efficiency)} = (${result.cycles} × ${shortNumber(result.cycled_mAh, 4)} + ${shortNumber(result.stripped_mAh, 4)} mAh stripped) / (${result.cycles} × ${shortNumber(result.cycled_mAh, 4)} + ${shortNumber(result.plated_mAh, 4)} mAh plated), half cycles ${result.firstHalfCycle} to ${result.lastHalfCycle}.`,
};

function chargingSentence({ positiveIs, decidedBy, agreeing, moving }: FullCellFacts['charging']): string {
  const what = `Charging: ${positiveIs === 'charge' ? 'positive' : 'negative'} current; the sign stays as the file has it. `;
  const reversed =
    positiveIs === 'discharge' ? ' The file counts against the usual convention (positive = charge).' : '';
  switch (decidedBy) {
    case 'course':
      return `${what}So decided because |E| rises during charge and falls during discharge in ${agreeing} of ${moving} half cycles.${reversed}`;
    case 'averages':
      return `${what}The course of the voltage does not tell (${agreeing} of ${moving} half cycles agree); so decided because |E| is on average higher in this direction.${reversed}`;
    case 'convention':
      return `${what}The voltage does not tell; this is the usual convention and nothing more.`;
  }
}

function efficiencyRule(beginsWith: FullCellFacts['beginsWith']): string {
  const efficiency =
    beginsWith === 'charge'
      ? 'Coulombic efficiency: discharge over charge of one cycle.'
      : 'Coulombic efficiency: charge over discharge of one cycle, because the run begins with a discharge: what comes back of what was inserted first.';
  return `${efficiency} Energy and voltage efficiency: discharge over charge; the voltages are averages, energy over capacity.`;
}

function amount(capacity_mAh: number, { area_cm2, mass_mg }: Normalisation): string {
  const per = [
    mass_mg === null ? [] : `${shortNumber((1000 * capacity_mAh) / mass_mg, 4)} mAh/g`,
    area_cm2 === null ? [] : `${shortNumber(capacity_mAh / area_cm2, 4)} mAh/cm²`,
  ].flat();
  return [`${shortNumber(capacity_mAh, 4)} mAh`, ...per].join(', ');
}

function retentionSentences(
  retained: RetainedCapacity | null,
  { referenceCycle, normalisation }: Asked,
): string[] {
  if (!retained)
    return [
      referenceCycle === null
        ? 'Retention: not given, because no cycle is without a flaw.'
        : `Retention: not given, because cycle ${referenceCycle}, the reference asked for, has no discharge.`,
    ];
  const { last, referenceCycle: from, isGiven, reference_mAh } = retained;
  const which = isGiven ? 'as chosen' : 'the first without a flaw, since none was chosen';
  const reference = `Retention refers to cycle ${from} (${which}): ${amount(reference_mAh, normalisation)} discharged.`;
  const end = last
    ? `Cycle ${last.cycle}, the last without a flaw at its current: ${amount(last.capacity_mAh, normalisation)}, retention ${percent(last.retention)}.`
    : 'No later cycle without a flaw was discharged at its current.';
  return [`${reference} ${end}`];
}

function leftOutSentences(leftOut: FullCellFacts['leftOut']): string[] {
  const reasons = [...new Set(leftOut.map(({ reason }) => reason))];
  if (reasons.length === 0) return [];
  const groups = reasons.map((reason) => {
    const cycles = leftOut.filter((one) => one.reason === reason).map(({ cycle }) => cycle);
    const shown = cycles.slice(0, 10).join(', ');
    const more = cycles.length > 10 ? ` and ${cycles.length - 10} more` : '';
    return `${cycles.length === 1 ? 'cycle' : 'cycles'} ${shown}${more} (${LEFT_OUT[reason]})`;
  });
  return [`Left out of means: ${groups.join('; ')}.`];
}

function mean({ mean: value, sd }: CycleMean): string {
  return sd === null ? percent(value) : `${percent(value)} (SD ${shortNumber(100 * sd, 2)})`;
}

function efficiencies(means: CycleMeans): string {
  const parts = [
    ['coulombic', means.coulombicEfficiency],
    ['energy', means.energyEfficiency],
    ['voltage', means.voltageEfficiency],
  ] as const;
  return parts.flatMap(([name, value]) => (value ? `${name} ${mean(value)}` : [])).join(', ');
}

const OTHER_PAIRING: Readonly<Record<FullCellFacts['beginsWith'], string>> = {
  charge: 'charge over the discharge before it, for a half cell whose discharge inserts the metal',
  discharge: 'discharge over the charge before it, for a positive electrode that is discharged first',
};

function meanSentences({ means, otherPairing, beginsWith, rates }: FullCellFacts): string[] {
  const over = means.coulombicEfficiency;
  if (!over) return ['No mean efficiency: no cycle counts.'];
  const currents = rates.groups.length;
  const told =
    currents > 1
      ? `Mean coulombic efficiency of ${counted(over.n, 'cycle')} at ${currents} currents: ${mean(over)}.`
      : `Mean efficiencies of ${counted(over.n, 'cycle')}: ${efficiencies(means)}.`;
  const isAsked = beginsWith === 'discharge' || over.mean > 1;
  const other =
    otherPairing && isAsked
      ? [
          `Read the other way (${OTHER_PAIRING[beginsWith]}): ${mean(otherPairing)} over ${counted(otherPairing.n, 'pair')}.`,
        ]
      : [];
  return [told, ...other];
}

function rateSentences({ groups, recovery }: FullCellFacts['rates']): string[] {
  const sentences = groups.map((group) => rateSentence(group, groups.length > 1));
  if (!recovery) return sentences;
  return [
    ...sentences,
    `Back at ${shortNumber(recovery.current_mA, 4)} mA after other currents: ${shortNumber(recovery.after_mAh, 4)} mAh, ${percent(recovery.ratio)} of the ${shortNumber(recovery.before_mAh, 4)} mAh before them.`,
  ];
}

function rateSentence(group: RateGroup, withEfficiencies: boolean): string {
  const per = [
    group.current_mAPerG === null ? [] : `${shortNumber(group.current_mAPerG, 4)} mA/g`,
    group.currentDensity_mAPerCm2 === null ? [] : `${shortNumber(group.currentDensity_mAPerCm2, 4)} mA/cm²`,
    group.cRate_perH === null
      ? []
      : `${shortNumber(group.cRate_perH, 3)} C by the capacity of the reference cycle`,
  ].flat();
  const rate = `${shortNumber(group.current_mA, 4)} mA${per.length === 0 ? '' : ` (${per.join(', ')})`}`;
  const capacity = group.means.dischargeCapacity_mAh;
  const perG = group.means.dischargeCapacity_mAhPerG;
  const told = (value: CycleMean, unit: string) =>
    `${shortNumber(value.mean, 4)}${value.sd === null ? '' : ` (SD ${shortNumber(value.sd, 2)})`} ${unit}`;
  const capacities = [capacity ? told(capacity, 'mAh') : [], perG ? told(perG, 'mAh/g') : []].flat();
  const share = withEfficiencies ? efficiencies(group.means) : '';
  return `Discharged at ${rate}: ${capacities.join(', ')} on average of ${counted(group.cycles.length, 'cycle')}${share === '' ? '' : `; ${share}`}.`;
}

const IMPLIED: Readonly<Record<NonNullable<ImpliedRetention['verdict']>, string>> = {
  agree: 'The two agree within their errors; that does not show that the lost charge is the lost capacity.',
  'kept-more':
    'More is kept than the efficiency allows without a reserve: an excess of metal (or of the other electrode) hides its loss, or the missing charge goes into side reactions that cost no capacity. The retention is then no evidence that the metal is reversible; the excess must be stated.',
  'kept-less':
    'Less is kept than the efficiency implies: capacity is lost in other ways than charge that does not come back, such as resistance, isolated material that is recovered slowly, or a shuttle.',
};

function impliedSentence(implied: FullCellFacts['impliedRetention']): string[] {
  if ('refused' in implied)
    return implied.refused === 'too-few-cycles'
      ? ['CE to the power n: not compared with the retention, because fewer than 3 cycles count.']
      : [];
  const { efficiency, cycles, fromCycle, toCycle, measured, verdict } = implied;
  const facts = `CE to the power n: a mean of ${shortNumber(100 * efficiency, 5)} % over ${implied.countedCycles} cycles`;
  if (verdict === null)
    return [
      `${facts} is above 100 %, so it says nothing of a loss: the instrument’s error, charge from elsewhere, or a cell to be read the other way.`,
    ];
  const range = `${percent(implied.impliedLow)} to ${percent(implied.impliedHigh)}`;
  return [
    `${facts} would leave ${percent(implied.implied)} (${range} with its error, at least 0.1 %) after the ${cycles} cycles from ${fromCycle} to ${toCycle}; ${percent(measured)} are measured. ${IMPLIED[verdict]}`,
  ];
}
