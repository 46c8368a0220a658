/** The phases that are sought: the program's and the study's own, with the tables that patterns are computed from. */
import { useEffect, useMemo, useState } from 'react';
import type { Phase } from '#core/xrd/crystalPhase.ts';
import { withOwnPhases } from '#core/xrd/withOwnPhases.ts';
import type { XrayTables } from '#core/xrd/xrayTables.ts';
import { useSession } from '../../app/session.ts';

export interface PhaseLibrary {
  readonly phases: readonly Phase[];
  /** Those of the program alone. */
  readonly program: readonly Phase[];
  readonly tables: XrayTables;
}

/** Fetched when diffraction is first looked at. */
async function readLibrary(): Promise<PhaseLibrary> {
  const [{ phaseLibrary }, { XRAY_TABLES }] = await Promise.all([
    import('#resources/phases/phaseLibrary.ts'),
    import('#resources/xray/xrayTables.ts'),
  ]);
  const program = phaseLibrary();
  return { phases: program, program, tables: XRAY_TABLES };
}

/** Null until it is read. A phase of the study takes the place of the program's of the same id. */
export function usePhaseLibrary(): PhaseLibrary | null {
  const { contents } = useSession();
  const [library, setLibrary] = useState<PhaseLibrary | null>(null);
  useEffect(() => {
    let isWanted = true;
    void readLibrary().then((read) => {
      if (isWanted) setLibrary(read);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  const own = contents.study.phases;
  return useMemo(() => {
    if (!library || !own) return library;
    return { ...library, phases: withOwnPhases(library.program, own) };
  }, [library, own]);
}
