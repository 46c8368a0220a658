/** Phases from a CIF (Crystallographic Information File 1.1; S. R. Hall et al., Acta Cryst. A47 (1991) 655). */
import type { Warning } from '#core/problem.ts';
import { elementOf } from '#core/xrd/chemicalElements.ts';
import { cifBlocks, cifNumber, itemOf, loopWith, type CifBlock } from '#core/xrd/cif/cifBlocks.ts';
import { ASSUMED_B_A2, cifSites, type CifSites } from '#core/xrd/cif/cifSites.ts';
import { cifSymmetry } from '#core/xrd/cif/cifSymmetry.ts';
import { cifTokens, type CifFault } from '#core/xrd/cif/cifTokens.ts';
import { sharedPlaces, type SharedPlaces } from '#core/xrd/cif/sharedPlaces.ts';
import type { AtomSite, Phase, UnitCell } from '#core/xrd/crystalPhase.ts';
import { PhaseRefusal, refusalsCaught, type PhaseOutcome } from '#core/xrd/phaseOutcome.ts';
import { formatOperation } from '#core/xrd/symmetryOperations.ts';
import { cellGeometry } from '#core/xrd/unitCellGeometry.ts';

/**
 * Every data block with a cell becomes a phase: with its atoms, or as a cell only. Problem `phase-refused` with the line
 * for what is no CIF, for symmetry that is missing, unknown or at odds with the cell, and for atoms that cannot be read.
 */
export function readCif(text: string): PhaseOutcome {
  return refusalsCaught(() => {
    const tokens = cifTokens(text);
    if (!tokens.ok) throw syntaxRefusal(tokens.fault);
    const read = cifBlocks(tokens.tokens);
    if (!read.ok) throw syntaxRefusal(read.fault);
    const structures = read.blocks.filter((block) => itemOf(block, '_cell_length_a'));
    if (structures.length === 0) {
      const [first] = read.blocks;
      throw new PhaseRefusal('the file describes no crystal: there is no cell (_cell_length_a) in it', {
        line: first?.line ?? 1,
        advice: 'Export the structure, not the pattern or the text of the article.',
      });
    }
    const phases = structures.map(phaseOf);
    return {
      ok: true,
      phases: withDistinctIds(phases.map(({ phase }) => phase)),
      warnings: phases.flatMap(({ warnings }) => warnings),
    };
  });
}

function syntaxRefusal({ line, reason }: CifFault): PhaseRefusal {
  return new PhaseRefusal(reason, { line, advice: 'Correct this line, or export the CIF again.' });
}

function phaseOf(block: CifBlock): { readonly phase: Phase; readonly warnings: readonly Warning[] } {
  const cell = cellOf(block);
  const { spaceGroup, operations } = cifSymmetry(block, cell);
  const found = cifSites(block, cell, formulaElements(block));
  const shared = sharedPlaces(found.sites, cell, operations);
  const sites = shared.sites.map(plainSite);
  const common = {
    id: block.name || 'CIF',
    name: itemOf(block, '_chemical_name_mineral', '_chemical_name_common')?.text ?? formulaOf(block, sites),
    formula: formulaOf(block, sites),
    confidence: 'medium' as const,
    source: sourceOf(block),
    notes: notesOf(found),
    spaceGroup,
    cell,
    operations: operations.map(formatOperation),
  };
  const phase: Phase =
    sites.length > 0 ? { ...common, kind: 'crystal', sites } : { ...common, kind: 'cell-only' };
  return { phase, warnings: warningsOf(block.name, found, shared) };
}

function plainSite({ element, x, y, z, occupancy, bIso_A2 }: AtomSite): AtomSite {
  return { element, x, y, z, occupancy, bIso_A2 };
}

function notesOf({ withoutDisplacement }: CifSites): string {
  return withoutDisplacement === 0
    ? ''
    : `B = ${ASSUMED_B_A2} Å² for ${withoutDisplacement} atom(s) without a displacement parameter`;
}

function warningsOf(name: string, found: CifSites, { repeated, sites }: SharedPlaces): Warning[] {
  const details = [
    ...(sites.length === 0 ? ['no atoms; positions are computed, intensities are free'] : []),
    ...(found.withoutPlace.length > 0
      ? [`${found.withoutPlace.length} atom(s) without coordinates left out (${linesOf(found.withoutPlace)})`]
      : []),
    ...(repeated.length > 0
      ? [`${repeated.length} atom(s) that symmetry makes of others counted once (${linesOf(repeated)})`]
      : []),
    ...(found.withoutDisplacement > 0 ? [notesOf(found)] : []),
  ];
  return details.map((detail) => ({ code: 'phase-assumed', phase: name, detail }));
}

function linesOf(lines: readonly number[]): string {
  const listed = lines.slice(0, 5).join(', ');
  return `line ${listed}${lines.length > 5 ? ', …' : ''}`;
}

const LENGTHS = ['a', 'b', 'c'] as const;
const ANGLES = ['alpha', 'beta', 'gamma'] as const;

/** Angles that are not given are right ones: the default of the CIF dictionary. */
function cellOf(block: CifBlock): UnitCell {
  const [a_A = NaN, b_A = NaN, c_A = NaN] = LENGTHS.map((axis) => cellNumber(block, `_cell_length_${axis}`));
  const [alpha_deg = NaN, beta_deg = NaN, gamma_deg = NaN] = ANGLES.map((angle) =>
    cellNumber(block, `_cell_angle_${angle}`, 90),
  );
  const cell = { a_A, b_A, c_A, alpha_deg, beta_deg, gamma_deg };
  const { volume_A3 } = cellGeometry(cell);
  if (volume_A3 > 0) return cell;
  throw new PhaseRefusal('the lengths and angles of the cell enclose no volume', {
    line: itemOf(block, '_cell_length_a')?.line ?? block.line,
    advice: 'Check the cell: lengths in ångström, angles in degrees.',
  });
}

function cellNumber(block: CifBlock, tag: string, otherwise?: number): number {
  const token = itemOf(block, tag);
  const value = token ? cifNumber(token) : (otherwise ?? NaN);
  if (value > 0) return value;
  throw new PhaseRefusal(token ? `"${token.text}" is no value for ${tag}` : `${tag} is missing`, {
    line: token?.line ?? block.line,
    advice: 'Lengths are in ångström, angles in degrees: 5.431(1), 90.',
  });
}

function formulaElements(block: CifBlock): ReadonlySet<string> {
  const formula = itemOf(block, '_chemical_formula_sum')?.text ?? '';
  return new Set(formula.split(/[^A-Za-z]+/).flatMap((symbol) => elementOf(symbol) ?? []));
}

function formulaOf(block: CifBlock, sites: readonly AtomSite[]): string {
  const given = itemOf(block, '_chemical_formula_structural', '_chemical_formula_sum');
  if (given) return given.text.replaceAll(/\s+/g, '');
  return [...new Set(sites.map(({ element }) => element))].join('-');
}

function sourceOf(block: CifBlock): string {
  const text = (...tags: readonly string[]) => itemOf(block, ...tags)?.text.replaceAll(/\s+/g, ' ');
  const authors = loopWith(block, '_publ_author_name') && text('_publ_author_name');
  const journal = [
    text('_journal_name_full', '_citation_journal_full'),
    text('_journal_volume', '_citation_journal_volume'),
    yearOf(text('_journal_year', '_citation_year')),
    text('_journal_page_first', '_citation_page_first'),
  ].filter((part) => part !== undefined);
  const numbers = [
    ['doi:', text('_journal_paper_doi', '_citation_doi')],
    ['COD ', text('_cod_database_code')],
    ['ICSD ', text('_database_code_icsd')],
  ].flatMap(([prefix, number]) => (number === undefined ? [] : [`${prefix}${number}`]));
  const parts = [authors, journal.join(' ') || undefined, ...numbers].filter((part) => part !== undefined);
  return parts.join('; ') || `CIF, block ${block.name}`;
}

function yearOf(year: string | undefined): string | undefined {
  return year === undefined ? undefined : `(${year})`;
}

function withDistinctIds(phases: readonly Phase[]): Phase[] {
  return phases.map((phase, i) => {
    const before = phases.slice(0, i).filter(({ id }) => id === phase.id).length;
    return before === 0 ? phase : { ...phase, id: `${phase.id}-${before + 1}` };
  });
}
