/** How long work will take, judged by what is done. */
import { text } from '../text/text.ts';

/** Too early a guess jumps about. */
const QUIET_MS = 1500;

export function timeLeftWords(fraction: number | null, elapsed_ms: number): string {
  if (fraction === null || fraction <= 0 || elapsed_ms < QUIET_MS) return '';
  const left_s = (elapsed_ms / 1000) * (1 / fraction - 1);
  if (left_s >= 90) return text.app.timeLeft(text.app.minutes(Math.round(left_s / 60)));
  return text.app.timeLeft(text.app.seconds(Math.max(1, Math.round(left_s))));
}
