/** What the titles of a run are called when no vendor is known; their units stand in the titles. */
import type { TitleRule } from '#core/import/titleRules.ts';

export const RUN_TITLES: readonly TitleRule[] = [
  {
    titles: ['time', 'testtime', 'totaltime', 'elapsedtime', 'runtime', 't'],
    name: 'time_s',
    kind: 'duration',
  },
  { titles: ['steptime'], name: 'stepTime_s', kind: 'duration' },
  { titles: ['date', 'datetime', 'timestamp'], name: 'clock_s', kind: 'date' },
  { titles: ['current', 'i', 'im', 'amps'], name: 'current_A' },
  {
    titles: ['voltage', 'potential', 'e', 'u', 'v', 'vf', 'ewe', 'ecell', 'cellvoltage', 'volts'],
    name: 'voltage_V',
  },
  { titles: ['capacity', 'q'], name: 'capacity_Ah' },
  { titles: ['chargecapacity', 'chargingcapacity'], name: 'chargeCapacity_Ah' },
  { titles: ['dischargecapacity', 'dischargingcapacity'], name: 'dischargeCapacity_Ah' },
  { titles: ['energy'], name: 'energy_Wh' },
  { titles: ['power'], name: 'power_W' },
  { titles: ['temperature'], name: 'temperature_degC' },
  { titles: ['cycle', 'cyclenumber', 'cycleindex', 'cyclecount'], name: 'cycle' },
  { titles: ['step', 'stepnumber', 'stepindex'], name: 'step' },
];
