/** A phase as the library's files hold it: compact, with the Hall symbol in place of the symmetry operations. */
import type { AtomSite, Phase, UnitCell } from '#core/xrd/crystalPhase.ts';
import type { CellOnlyPhase, CrystalPhase, HaloPhase } from '#core/xrd/crystalPhase.ts';
import { hallOperations } from '#core/xrd/hallSymbol.ts';
import { formatOperation } from '#core/xrd/symmetryOperations.ts';

type Described<P> = Omit<P, 'cell' | 'operations' | 'sites'>;

interface Symmetric {
  readonly hall: string;
  /** a, b, c in ångström, α, β, γ in degrees. */
  readonly cell: readonly number[];
}

/** Element, x, y, z, occupancy, B in Å². */
export type SiteEntry = readonly [string, number, number, number, number, number];

export type PhaseEntry =
  | (Described<CrystalPhase> & Symmetric & { readonly sites: readonly SiteEntry[] })
  | (Described<CellOnlyPhase> & Symmetric)
  | HaloPhase;

/** Throws for a Hall symbol that cannot be read: the library is part of the program. */
export function phaseOfEntry(entry: PhaseEntry): Phase {
  if (entry.kind === 'halo') return entry;
  const operations = operationTexts.get(entry.hall) ?? hallOperations(entry.hall)?.map(formatOperation);
  if (!operations) throw new Error(`${entry.id}: ${entry.hall} is no Hall symbol`);
  operationTexts.set(entry.hall, operations);
  const symmetric = { cell: cellOf(entry.cell), operations };
  if (entry.kind === 'cell-only') return { ...entry, ...symmetric };
  return { ...entry, ...symmetric, sites: entry.sites.map(siteOf) };
}

/** By Hall symbol: phases of one space group share their list, which is then read once only. */
const operationTexts = new Map<string, readonly string[]>();

function cellOf([
  a = NaN,
  b = NaN,
  c = NaN,
  alpha = NaN,
  beta = NaN,
  gamma = NaN,
]: readonly number[]): UnitCell {
  return { a_A: a, b_A: b, c_A: c, alpha_deg: alpha, beta_deg: beta, gamma_deg: gamma };
}

function siteOf([element, x, y, z, occupancy, bIso_A2]: SiteEntry): AtomSite {
  return { element, x, y, z, occupancy, bIso_A2 };
}
