/** Interface resistances of the fitted spectra: per area, their change, their ratio between groups, possible shorts. */
import { highFrequencyIntercept, interceptFall } from '#core/eis/highFrequencyIntercept.ts';
import { interfaceResistance, type UncertainValue } from '#core/eis/interfaceResistance.ts';
import { resistanceChange } from '#core/eis/resistanceChange.ts';
import { resistanceRatio, type ResistanceRatio } from '#core/eis/resistanceRatio.ts';
import type { Study } from '#core/project/study.ts';
import { spectrumName, spectrumState } from '../cellSpectra.ts';
import type { FitRecord } from '../fit/fitRecord.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { interfaceEstimate } from '#core/eis/interfaceArc.ts';

export interface InterfaceNumber {
  readonly view: SpectrumView;
  readonly cell: string;
  readonly state: string;
  /** Ω cm², or Ω where the area is not known. */
  readonly value: number;
  readonly standardError: number | null;
  readonly unit: 'Ω cm²' | 'Ω';
  readonly interfaces: 1 | 2;
  /** Against the pristine spectrum of the same cell; null where there is none. */
  readonly change: UncertainValue | null;
}

function numberOf(view: SpectrumView, record: FitRecord, areaError: number): InterfaceNumber | null {
  const estimate = interfaceEstimate(record.fit);
  if (!estimate) return null;
  const area_cm2 = view.cell?.area_cm2 ?? null;
  const interfaces = view.cell?.kind === 'symmetric' ? 2 : 1;
  const resistance = { value: estimate.value, standardError: estimate.standardError ?? NaN };
  const asr =
    area_cm2 === null
      ? null
      : interfaceResistance(resistance, { value: area_cm2, standardError: areaError * area_cm2 }, interfaces);
  const error = asr ? asr.standardError_ohm_cm2 : resistance.standardError;
  return {
    view,
    cell: spectrumName(view),
    state: spectrumState(view),
    value: asr ? asr.asr_ohm_cm2 : resistance.value,
    standardError: Number.isFinite(error) ? error : null,
    unit: asr ? 'Ω cm²' : 'Ω',
    interfaces,
    change: null,
  };
}

function uncertain({ value, standardError }: InterfaceNumber): UncertainValue {
  return { value, standardError: standardError ?? NaN };
}

function isPristine({ view }: InterfaceNumber): boolean {
  return view.dataset.state.kind === 'pristine';
}

/** The area of a cell is the same before and after: what is not known of it falls out of the ratio. */
function changeOf(before: InterfaceNumber, after: InterfaceNumber, areaError: number): UncertainValue {
  const covariance = after.unit === 'Ω' ? 0 : areaError ** 2 * before.value * after.value;
  return resistanceChange(uncertain(before), uncertain(after), covariance).ratio;
}

/**
 * Numbers of all fitted spectra, each with its change since the cell was pristine.
 *
 * @param areaError relative standard error of the electrode area
 */
export function interfaceNumbers(
  views: readonly SpectrumView[],
  records: ReadonlyMap<string, FitRecord>,
  areaError: number,
): readonly InterfaceNumber[] {
  const numbers = views.flatMap((view) => {
    const record = records.get(view.dataset.id);
    return (record && numberOf(view, record, areaError)) ?? [];
  });
  return numbers.map((number) => {
    const before = numbers.find((other) => other.cell === number.cell && isPristine(other));
    if (!before || before === number) return number;
    return { ...number, change: changeOf(before, number, areaError) };
  });
}

export interface GroupRatio {
  readonly state: string;
  readonly first: string;
  readonly second: string;
  readonly ratio: ResistanceRatio;
}

/** Ratio of the first group to each other one, state by state; one value a cell. */
export function groupRatios(numbers: readonly InterfaceNumber[], { groups }: Study): readonly GroupRatio[] {
  const states = [...new Set(numbers.map(({ state }) => state))];
  const valuesOf = (groupId: string, state: string) =>
    numbers
      .filter((number) => number.view.cell?.groupId === groupId && number.state === state)
      .map(({ value }) => value);
  const [first, ...others] = groups;
  if (!first) return [];
  return states.flatMap((state) =>
    others.flatMap((second) => {
      const ratio = resistanceRatio(valuesOf(first.id, state), valuesOf(second.id, state));
      return ratio ? [{ state, first: first.name, second: second.name, ratio }] : [];
    }),
  );
}

export interface PossibleShort {
  readonly label: string;
  /** 0 … 1. */
  readonly fall: number;
}

/** Spectra whose high-frequency intercept fell since the cell was pristine; no fit is needed. */
export function possibleShorts(views: readonly SpectrumView[]): readonly PossibleShort[] {
  return views.flatMap((view) => {
    const name = spectrumName(view);
    const pristine = views.find(
      (other) => spectrumName(other) === name && other.dataset.state.kind === 'pristine',
    );
    if (!pristine || pristine === view || view.cell === null) return [];
    const before = highFrequencyIntercept(pristine.used.spectrum);
    const after = highFrequencyIntercept(view.used.spectrum);
    if (before === null || after === null) return [];
    const { isPossibleShort, share } = interceptFall(before, after);
    return isPossibleShort ? [{ label: `${name}, ${spectrumState(view)}`, fall: share.value }] : [];
  });
}
