/**
 * What was computed for phases with the radiations and ranges that were asked last. Phases are told apart by their
 * content: a worker gets a new copy of every phase with each request.
 */
import type { Phase } from '#core/xrd/crystalPhase.ts';

const MOST_BEAMS = 16;
/** More phases than a library has; only those that are edited again and again reach it. */
const MOST_PHASES = 500;

export type PhaseMemory<R> = (phase: Phase, beam: string, compute: () => R) => R;

/** `beam` names everything besides the phase that the result depends on. */
export function phaseMemory<R>(): PhaseMemory<R> {
  const beams = new Map<string, Map<string, R>>();
  return (phase, beam, compute) => {
    const known = beams.get(beam) ?? new Map<string, R>();
    const content = contentOf(phase);
    const result = known.get(content) ?? compute();
    if (known.size >= MOST_PHASES) known.clear();
    known.set(content, result);
    // What was asked last stands at the end.
    beams.delete(beam);
    beams.set(beam, known);
    if (beams.size > MOST_BEAMS) beams.delete(beams.keys().next().value ?? beam);
    return result;
  };
}

const contents = new WeakMap<Phase, string>();

function contentOf(phase: Phase): string {
  const content = contents.get(phase) ?? JSON.stringify(phase);
  contents.set(phase, content);
  return content;
}
