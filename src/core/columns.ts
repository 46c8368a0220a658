/**
 * The core's column names: unit in the name, canonical units, one meaning each. `bdf` is the Battery Data Format's
 * machine name where that standard has one. Signs: current > 0 = oxidation at the working electrode as the file has
 * it; zIm_ohm carries its true sign.
 */
export interface ColumnDefinition {
  readonly unit: string;
  readonly label: string;
  readonly bdf?: string;
}

export const COLUMNS = {
  time_s: { unit: 's', label: 'Test time', bdf: 'test_time_second' },
  stepTime_s: { unit: 's', label: 'Step time', bdf: 'step_time_second' },
  clock_s: { unit: 's', label: 'Wall clock (local, since 1970-01-01)', bdf: 'unix_time_second' },
  current_A: { unit: 'A', label: 'Current', bdf: 'current_ampere' },
  currentInstant_A: { unit: 'A', label: 'Current at the sample' },
  controlCurrent_A: { unit: 'A', label: 'Set current' },
  voltage_V: { unit: 'V', label: 'Voltage', bdf: 'voltage_volt' },
  voltageMean_V: { unit: 'V', label: 'Mean voltage' },
  cellVoltage_V: { unit: 'V', label: 'Working minus counter electrode potential' },
  counterVoltageMean_V: { unit: 'V', label: 'Mean counter electrode potential' },
  counterVoltage_V: { unit: 'V', label: 'Counter electrode potential' },
  controlVoltage_V: { unit: 'V', label: 'Set voltage' },
  charge_Ah: { unit: 'Ah', label: 'Net charge', bdf: 'net_capacity_ah' },
  chargeStep_Ah: { unit: 'Ah', label: 'Charge since the row before' },
  chargeSegment_Ah: { unit: 'Ah', label: 'Charge since the start of the step' },
  halfCycleCharge_Ah: { unit: 'Ah', label: 'Charge since the start of the half cycle' },
  capacity_Ah: { unit: 'Ah', label: 'Capacity' },
  chargeCapacity_Ah: { unit: 'Ah', label: 'Charge capacity', bdf: 'charging_capacity_ah' },
  dischargeCapacity_Ah: { unit: 'Ah', label: 'Discharge capacity', bdf: 'discharging_capacity_ah' },
  energy_Wh: { unit: 'Wh', label: 'Energy' },
  chargeEnergy_Wh: { unit: 'Wh', label: 'Charge energy', bdf: 'charging_energy_wh' },
  dischargeEnergy_Wh: { unit: 'Wh', label: 'Discharge energy', bdf: 'discharging_energy_wh' },
  chargeCapacitance_F: { unit: 'F', label: 'Capacitance on charge' },
  dischargeCapacitance_F: { unit: 'F', label: 'Capacitance on discharge' },
  power_W: { unit: 'W', label: 'Power', bdf: 'power_watt' },
  resistance_ohm: { unit: 'ohm', label: 'Resistance' },
  internalResistance_ohm: { unit: 'ohm', label: 'Internal resistance', bdf: 'internal_resistance_ohm' },
  temperature_degC: { unit: '°C', label: 'Temperature', bdf: 'ambient_temperature_celsius' },
  temperatureT1_degC: { unit: '°C', label: 'Temperature T1', bdf: 'temperature_t1_celsius' },
  temperatureT2_degC: { unit: '°C', label: 'Temperature T2', bdf: 'temperature_t2_celsius' },
  temperatureT3_degC: { unit: '°C', label: 'Temperature T3', bdf: 'temperature_t3_celsius' },
  temperatureT4_degC: { unit: '°C', label: 'Temperature T4', bdf: 'temperature_t4_celsius' },
  temperatureT5_degC: { unit: '°C', label: 'Temperature T5', bdf: 'temperature_t5_celsius' },
  cycle: { unit: '1', label: 'Cycle (vendor)', bdf: 'cycle_count' },
  step: { unit: '1', label: 'Step (vendor)', bdf: 'step_index' },
  stepCount: { unit: '1', label: 'Running step number', bdf: 'step_count' },
  stepType: { unit: '1', label: 'Step type' },
  record: { unit: '1', label: 'Record number' },
  halfCycle: { unit: '1', label: 'Half cycle (vendor)' },
  zCycle: { unit: '1', label: 'Impedance sweep (vendor)' },
  mode: { unit: '1', label: 'Mode (1 current, 2 voltage, 3 open circuit)' },
  oxidation: { unit: '1', label: 'Oxidation flag' },
  error: { unit: '1', label: 'Error flag' },
  controlChanges: { unit: '1', label: 'Control changes flag' },
  stepChanges: { unit: '1', label: 'Step changes flag' },
  counterIncrement: { unit: '1', label: 'Counter increment flag' },
  currentRange: { unit: '1', label: 'Current range code' },
  efficiency_percent: { unit: '%', label: 'Efficiency' },
  frequency_Hz: { unit: 'Hz', label: 'Frequency', bdf: 'frequency_hertz' },
  zRe_ohm: { unit: 'ohm', label: "Z'", bdf: 'real_impedance_ohm' },
  zIm_ohm: { unit: 'ohm', label: "Z''", bdf: 'imaginary_impedance_ohm' },
  zModulus_ohm: { unit: 'ohm', label: '|Z|' },
  zPhase_deg: { unit: '°', label: 'Phase of Z' },
  voltageAmplitude_V: { unit: 'V', label: 'Amplitude of the voltage' },
  currentAmplitude_A: { unit: 'A', label: 'Amplitude of the current' },
  seriesCapacitance_F: { unit: 'F', label: 'Series capacitance' },
  parallelCapacitance_F: { unit: 'F', label: 'Parallel capacitance' },
  yRe_S: { unit: 'S', label: "Y'" },
  yIm_S: { unit: 'S', label: "Y''" },
  yModulus_S: { unit: 'S', label: '|Y|' },
  yPhase_deg: { unit: '°', label: 'Phase of Y' },
  twoTheta_deg: { unit: '°', label: '2θ' },
  /** Counts times the factor of the attenuator; scaled where the dataset's `intensityUnit` is not counts. */
  intensity_counts: { unit: 'counts', label: 'Intensity' },
  intensityError_counts: { unit: 'counts', label: 'Standard error of the intensity' },
  attenuation: { unit: '1', label: 'Factor of the attenuator that the intensity includes' },
  countingTime_s: { unit: 's', label: 'Counting time of the point' },
} as const satisfies Readonly<Record<string, ColumnDefinition>>;

export type CoreColumn = keyof typeof COLUMNS;
