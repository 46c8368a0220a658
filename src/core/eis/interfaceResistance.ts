/** Area specific resistance of an interface, with the number of interfaces it is shared by. */

export interface UncertainValue {
  readonly value: number;
  readonly standardError: number;
}

export interface InterfaceResistance {
  readonly asr_ohm_cm2: number;
  readonly standardError_ohm_cm2: number;
  /** 2 for a symmetric cell: the arc holds two equal interfaces. Shown beside the number. */
  readonly interfaces: 1 | 2;
}

/** ASR = R·A / interfaces; independent relative errors of R and A add in squares. */
export function interfaceResistance(
  resistance_ohm: UncertainValue,
  area_cm2: UncertainValue,
  interfaces: 1 | 2,
): InterfaceResistance {
  const asr = (resistance_ohm.value * area_cm2.value) / interfaces;
  const relative = Math.hypot(
    resistance_ohm.standardError / resistance_ohm.value,
    area_cm2.standardError / area_cm2.value,
  );
  return { asr_ohm_cm2: asr, standardError_ohm_cm2: Math.abs(asr) * relative, interfaces };
}

/** σ = L/(R·A) in S/cm, from a thickness in µm; independent relative errors add in squares. */
export function conductivity_SPerCm(
  resistance_ohm: UncertainValue,
  area_cm2: UncertainValue,
  thickness_um: UncertainValue,
): UncertainValue {
  const value = (thickness_um.value * 1e-4) / (resistance_ohm.value * area_cm2.value);
  const relative = Math.hypot(
    ...[resistance_ohm, area_cm2, thickness_um].map((each) => each.standardError / each.value),
  );
  return { value, standardError: value * relative };
}
