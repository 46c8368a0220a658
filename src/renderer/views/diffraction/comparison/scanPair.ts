/** Which two scans are compared unless others are chosen. */
import { stateAge } from '#core/project/stateAge.ts';
import type { ScanView } from '../useScans.ts';
import type { ScanPair } from './comparePatterns.ts';

const ageOf = ({ dataset }: ScanView) => stateAge(dataset.state);

/**
 * The first scan that has a later one of the same cell, with the latest of these: what cycling changed shows best on one cell.
 * Of cells with one scan each the first and the last; null with fewer than two scans.
 */
export function scanPair(views: readonly ScanView[]): ScanPair | null {
  for (const before of views) {
    const later = views.filter(
      (view) => view.dataset.cellId === before.dataset.cellId && ageOf(view) > ageOf(before),
    );
    const [after] = later.sort((a, b) => ageOf(b) - ageOf(a));
    if (before.dataset.cellId !== null && after) return { before, after };
  }
  const [first, last] = [views[0], views.at(-1)];
  return first && last && first !== last ? { before: first, after: last } : null;
}
