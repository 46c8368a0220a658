/**
 * The lines that decide about a phase. LiHg and Li3Hg share all even lines within a tenth of a degree, so Li3Hg needs
 * its odd ones; the (200) of LiHg3 lies beside the strongest line of LLTO and proves nothing.
 */
import type { CandidatePhase } from '#core/xrd/identify/candidatePhases.ts';

const RULES: Readonly<Record<string, readonly string[]>> = {
  LiHg3: ['1 0 1', '1 1 0', '2 0 1', '1 0 0'],
  Li3Hg: ['1 1 1', '3 1 1'],
  LiHg: ['1 0 0', '1 1 0'],
};
/** Where there is no rule: the strongest. */
const STRONGEST = 3;

/** Indexes of reflections that lie in the range of the pattern. */
export function requiredLines({ phase, reflections }: CandidatePhase): readonly number[] {
  const rule = RULES[phase.id];
  if (rule) return [...reflections.keys()].filter((i) => isNamed(reflections[i]?.hkl ?? '', rule));
  const byStrength = [...reflections.keys()].sort(
    (a, b) => (reflections[b]?.intensity ?? 0) - (reflections[a]?.intensity ?? 0),
  );
  return byStrength.slice(0, STRONGEST).sort((a, b) => a - b);
}

function isNamed(hkl: string, rule: readonly string[]): boolean {
  return hkl.split(' + ').some((one) => rule.includes(one));
}

/** Lines of a rule that must all be found before the phase is called present. */
export function isStrict(id: string): boolean {
  return id === 'Li3Hg';
}
