/** Results kept under the keys of some things, read again whenever one of them is stored. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useServices } from './services.ts';

/** By identifier; undefined until they are read. `keyOf`: where the result of an identifier is kept. */
export function useLiveRecords<Kept>(
  ids: readonly string[],
  keyOf: (of: { readonly id: string }) => string,
): ReadonlyMap<string, Kept | undefined> | undefined {
  const { store } = useServices();
  const joined = ids.join(' ');
  return useLiveQuery(async () => {
    const wanted = joined === '' ? [] : joined.split(' ');
    const rows = await store.database.results.bulkGet(wanted.map((id) => keyOf({ id })));
    return new Map(wanted.map((id, at) => [id, rows[at]?.value as Kept | undefined]));
  }, [store, joined, keyOf]);
}
