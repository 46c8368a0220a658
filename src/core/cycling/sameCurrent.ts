/** As for rate steps inside a half cycle: a current that differs by more is another one. */
const SAME_CURRENT = 0.1;

/** Whether a current is the usual one within 10 % of it, whatever their signs. */
export function isSameCurrent(current_mA: number, usual_mA: number): boolean {
  return Math.abs(Math.abs(current_mA) - Math.abs(usual_mA)) <= SAME_CURRENT * Math.abs(usual_mA);
}
