/** Results kept with datasets, read once for each; what is computed meanwhile is put in by the caller. */
import { useCallback, useEffect, useState } from 'react';
import { useServices } from './services.ts';

interface Measured {
  readonly dataset: { readonly id: string };
}

export interface KeptRecords<Kept> {
  /** By dataset. */
  readonly records: ReadonlyMap<string, Kept>;
  /** Takes the place of what was kept of a dataset, on screen only. */
  readonly replace: (datasetId: string, record: Kept) => void;
}

/** @param keyOf where the result of a dataset is kept; the same function in every call */
export function useKeptRecords<Kept>(
  views: readonly Measured[],
  keyOf: (dataset: { readonly id: string }) => string,
): KeptRecords<Kept> {
  const { store } = useServices();
  const [records, setRecords] = useState<ReadonlyMap<string, Kept>>(new Map());
  const ids = views.map(({ dataset }) => dataset.id).join(' ');
  useEffect(() => {
    let isWanted = true;
    const read = async (id: string) => [id, await store.result(keyOf({ id }))] as const;
    const wanted = ids === '' ? [] : ids.split(' ');
    void Promise.all(wanted.map(read)).then((entries) => {
      if (!isWanted) return;
      const found = entries.filter(([, record]) => record !== undefined) as [string, Kept][];
      setRecords((known) => new Map([...found, ...known]));
    });
    return () => {
      isWanted = false;
    };
  }, [store, ids, keyOf]);
  const replace = useCallback((datasetId: string, record: Kept) => {
    setRecords((known) => new Map(known).set(datasetId, record));
  }, []);
  return { records, replace };
}
