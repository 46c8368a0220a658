/** What kept identifications say of the scans of each cell. */
import { useEffect, useMemo, useState } from 'react';
import { stateAge } from '#core/project/stateAge.ts';
import type { StateTag } from '#core/project/study.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { identificationKey, type IdentificationRecord } from '../diffraction/identificationRecord.ts';
import type { ComparedCell } from './evidenceRecord.ts';

export interface ScanPhases {
  readonly cellId: string;
  readonly state: StateTag;
  /** Called present; null = not identified yet. */
  readonly present: readonly string[] | null;
}

export interface CellPhases {
  /** By cell, pristine ones first. */
  readonly scans: ReadonlyMap<string, readonly ScanPhases[]>;
  /** Of all scans of a cell; only cells with an identified scan. */
  readonly byCell: ReadonlyMap<string, readonly string[]>;
}

function useScanPhases(cells: readonly ComparedCell[]): readonly ScanPhases[] {
  const { store } = useServices();
  const { contents } = useSession();
  const [found, setFound] = useState<readonly ScanPhases[]>([]);
  useEffect(() => {
    let isWanted = true;
    const ids = new Set(cells.map(({ cell }) => cell.id));
    const scans = contents.datasets.filter(
      ({ kind, cellId }) => kind === 'diffraction' && ids.has(cellId ?? ''),
    );
    const read = async (scan: (typeof scans)[number]): Promise<ScanPhases> => {
      const kept = (await store.result(identificationKey(scan))) as IdentificationRecord | undefined;
      const present = kept?.identification.phases.filter(({ verdict }) => verdict === 'present');
      return {
        cellId: scan.cellId ?? '',
        state: scan.state,
        present: present?.map(({ id }) => id) ?? null,
      };
    };
    void Promise.all(scans.map(read)).then((all) => {
      if (isWanted) setFound(all);
    });
    return () => {
      isWanted = false;
    };
  }, [store, contents.datasets, cells]);
  return found;
}

export function usePhases(cells: readonly ComparedCell[]): CellPhases {
  const found = useScanPhases(cells);
  return useMemo(() => {
    const inOrder = [...found].sort((a, b) => stateAge(a.state) - stateAge(b.state));
    const scans = new Map<string, readonly ScanPhases[]>();
    for (const scan of inOrder) scans.set(scan.cellId, [...(scans.get(scan.cellId) ?? []), scan]);
    return { scans, byCell: joined(inOrder) };
  }, [found]);
}

/** A cell scanned more than once, as before and after cycling, has the phases of all its scans. */
function joined(found: readonly ScanPhases[]): ReadonlyMap<string, readonly string[]> {
  const phases = new Map<string, readonly string[]>();
  for (const { cellId, present } of found)
    if (present) phases.set(cellId, [...new Set([...(phases.get(cellId) ?? []), ...present])]);
  return phases;
}
