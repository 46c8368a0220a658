/** Where the Kramers-Kronig test and Z-HIT disagree: what each sees, and which to believe, in words. */
import type { KramersKronigVerdict } from '#core/eis/kramersKronig.ts';
import type { ZHit } from '#core/eis/kramersKronigResult.ts';
import type { Spectrum } from '#core/eis/spectrum.ts';
import { Z_HIT_TOLERATED } from '#core/eis/zHit.ts';
import { kramersKronigWords } from '#core/text/kramersKronigWords.ts';

/** Z-HIT lacks the phase beyond the ends of the sweep: within this factor of them it alone proves nothing. */
const NEAR_AN_END = 10 ** 0.75;
/** Below this mu nearly half of the RC elements are negative and cancel the others: they follow noise. */
const FOLLOWS_NOISE = 0.15;

/** Empty where the two agree; a disagreement is never settled in silence. */
export function secondOpinion(
  { frequency_Hz }: Spectrum,
  verdict: Pick<KramersKronigVerdict, 'valid' | 'rcCount' | 'mu'>,
  second: ZHit | null,
): string {
  if (!second || second.valid === verdict.valid) return '';
  if (second.valid) return kramersKronigWords.onlyZHitValid;
  const far = [...second.deviation.keys()].filter(
    (k) => Math.abs(second.deviation[k] ?? 0) > Z_HIT_TOLERATED,
  );
  const [lowest, highest] = limitsOf(frequency_Hz);
  const isNearEnd = (k: number) => {
    const f = frequency_Hz[k] ?? NaN;
    return f < lowest * NEAR_AN_END || f > highest / NEAR_AN_END;
  };
  const isOnlyEnds = far.every(isNearEnd);
  const told = isOnlyEnds ? far : far.filter((k) => !isNearEnd(k));
  const where = kramersKronigWords.zHitDeviation(
    Math.max(...told.map((k) => Math.abs(second.deviation[k] ?? 0))),
    told.map((k) => frequency_Hz[k] ?? NaN),
  );
  return [
    where,
    isOnlyEnds ? kramersKronigWords.believeKramersKronig : kramersKronigWords.doubtKramersKronig,
    ...(verdict.mu < FOLLOWS_NOISE ? [kramersKronigWords.followsNoise(verdict.rcCount, verdict.mu)] : []),
  ].join(' ');
}

function limitsOf(frequency_Hz: Float64Array): readonly [number, number] {
  return [frequency_Hz.reduce((a, b) => Math.min(a, b)), frequency_Hz.reduce((a, b) => Math.max(a, b))];
}
