/** Phases that kept identifications call present, by cell. */
import { useEffect, useState } from 'react';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { identificationKey, type IdentificationRecord } from '../diffraction/identificationRecord.ts';
import type { ComparedCell } from './evidenceRecord.ts';

export function usePhases(cells: readonly ComparedCell[]): ReadonlyMap<string, readonly string[]> {
  const { store } = useServices();
  const { contents } = useSession();
  const [phases, setPhases] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  useEffect(() => {
    let isWanted = true;
    const ids = new Set(cells.map(({ cell }) => cell.id));
    const scans = contents.datasets.filter(
      ({ kind, cellId }) => kind === 'diffraction' && ids.has(cellId ?? ''),
    );
    const read = async (scan: (typeof scans)[number]) => {
      const kept = (await store.result(identificationKey(scan))) as IdentificationRecord | undefined;
      const present = kept?.identification.phases.filter(({ verdict }) => verdict === 'present') ?? [];
      return [scan.cellId ?? '', present.map(({ id }) => id)] as const;
    };
    void Promise.all(scans.map(read)).then((found) => {
      if (isWanted) setPhases(joined(found));
    });
    return () => {
      isWanted = false;
    };
  }, [store, contents.datasets, cells]);
  return phases;
}

/** A cell scanned more than once, as before and after cycling, has the phases of all its scans. */
function joined(
  found: readonly (readonly [string, readonly string[]])[],
): ReadonlyMap<string, readonly string[]> {
  const phases = new Map<string, readonly string[]>();
  for (const [cellId, ids] of found)
    phases.set(cellId, [...new Set([...(phases.get(cellId) ?? []), ...ids])]);
  return phases;
}
