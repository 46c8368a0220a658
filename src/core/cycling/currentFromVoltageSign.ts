import { restThreshold } from '#core/cycling/restThreshold.ts';

/**
 * The current (A) of a symmetric cell whose file has none: the size the user knows from the protocol, with the sign
 * of the voltage, because such a cell without current has 0 V. Rows within the noise around 0 V are rest.
 */
export function currentFromVoltageSign(voltage_V: Float64Array, setCurrent_A: number): Float64Array {
  const threshold_V = restThreshold(voltage_V);
  const size_A = Math.abs(setCurrent_A);
  return voltage_V.map((voltage) => (Math.abs(voltage) < threshold_V ? 0 : Math.sign(voltage) * size_A));
}
