/**
 * What a cell's notes say in words this program looks for, where a study has no field of its own for it: "batch: B2",
 * "ended: power cut", "thickness after: 24 µm", "XPS" where it is not said that none was taken. Nothing else in the notes is
 * read.
 */
import type { CellEvidence } from '#core/compare/cellEvidence.ts';
import type { Cell } from '#core/project/study.ts';

export type NotedFacts = Required<Pick<CellEvidence, 'batch' | 'endReason' | 'laterThickness_um' | 'hasXps'>>;

/** Up to the end of the line or the next semicolon. */
function valueAfter(notes: string, name: string): string | null {
  const found = new RegExp(`(?:^|[\\n;,]\\s*)${name}\\s*[:=]\\s*([^\\n;]+)`, 'iu').exec(notes);
  return found?.[1]?.trim() ?? null;
}

/** A note such as "XPS on the twin", and none such as "no XPS", "XPS: not done" or "XPS planned". */
function saysXps(notes: string): boolean {
  return notes.split(/[\n;,.]/u).some((part) => /\bXPS\b/u.test(part) && !DENIAL.test(part));
}

const DENIAL =
  /\b(?:no|not|nor|neither|never|without|w\/o|none|n\/a|pending|planned|missing|failed|omitted|skipped)\b|n['’]t\b|\b(?:to do|to be|will)\b/iu;

export function notedFacts({ notes }: Pick<Cell, 'notes'>): NotedFacts {
  const thickness = /^([\d.]+)\s*(?:µm|μm|um)$/iu.exec(valueAfter(notes, 'thickness after') ?? '');
  const thickness_um = Number(thickness?.[1] ?? NaN);
  return {
    batch: valueAfter(notes, 'batch'),
    endReason: valueAfter(notes, 'ended'),
    laterThickness_um: thickness_um > 0 ? thickness_um : null,
    hasXps: saysXps(notes),
  };
}
