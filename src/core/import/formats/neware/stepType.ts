/** Neware's step types: one English spelling for both languages, and the direction of the current they imply. */

const ENGLISH: ReadonlyMap<string, string> = new Map([
  ['恒流充电', 'CC Chg'],
  ['恒流放电', 'CC DChg'],
  ['恒压充电', 'CV Chg'],
  ['恒压放电', 'CV DChg'],
  ['恒流恒压充电', 'CCCV Chg'],
  ['恒流恒压放电', 'CCCV DChg'],
  ['恒功率充电', 'CP Chg'],
  ['恒功率放电', 'CP DChg'],
  ['恒阻放电', 'CR DChg'],
  ['搁置', 'Rest'],
  ['静置', 'Rest'],
  ['循环', 'Cycle'],
  ['暂停', 'Pause'],
  ['结束', 'End'],
  ['脉冲', 'Pulse'],
  ['工况模拟', 'SIM'],
  ['控制', 'Control'],
]);

/** The English name of a step type; anything else as it is. */
export function englishStepType(text: string): string {
  return ENGLISH.get(text.trim()) ?? text.trim();
}

/** -1 for discharging steps, 1 for charging ones, 0 where the name does not say (`Rest`, `SIM`, `Pulse`). */
export function directionOfStep(stepType: string): -1 | 0 | 1 {
  const name = englishStepType(stepType).toLowerCase();
  if (/dchg|discharge|(?:^|_)d_|放电/u.test(name)) return -1;
  if (/chg|charge|充电/u.test(name)) return 1;
  return 0;
}
