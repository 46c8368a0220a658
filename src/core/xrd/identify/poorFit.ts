import type { Identification } from '#core/xrd/identification.ts';

/** R_wp above which the phases do not explain the pattern. */
const POOR_FIT = 0.2;

/** A phase may be missing from those sought, and others may have been taken for it. */
export function isPoorFit({ rwp }: Pick<Identification, 'rwp'>): boolean {
  return rwp > POOR_FIT;
}
