/**
 * The study database as version 1 of its schema wrote it, described by hand: nothing here comes from the program. Runs
 * in a page of the application's origin.
 */
export async function writeDatabaseOfVersion1(): Promise<void> {
  const STORES: Readonly<Record<string, { readonly key: string | string[]; readonly indexes: string[] }>> = {
    studies: { key: 'id', indexes: [] },
    cells: { key: 'id', indexes: ['studyId'] },
    datasets: { key: 'id', indexes: ['studyId', 'importId', 'cellId'] },
    imports: { key: 'id', indexes: ['studyId', 'studyId+sha256'] },
    blocks: { key: ['datasetId', 'column', 'index'], indexes: [] },
    results: { key: 'key', indexes: ['studyId'] },
  };
  const ROWS = 400;
  // ±2 mA for fifty minutes each, eight times, over 25 ohm.
  const current_A = Float64Array.from({ length: ROWS }, (_, row) => (row % 100 < 50 ? 2e-3 : -2e-3));
  const columns = [
    { name: 'time_s', unit: 's', source: 'time/s', values: current_A.map((_, row) => 60 * row) },
    { name: 'current_A', unit: 'A', source: 'I/mA', values: current_A },
    { name: 'voltage_V', unit: 'V', source: 'Ewe/V', values: current_A.map((current) => 25 * current) },
  ];
  const content: Readonly<Record<string, readonly unknown[]>> = {
    studies: [
      {
        id: 's1',
        name: 'Study of 2025',
        question: 'Does it help?',
        simulated: true,
        createdAt: '2025-03-01T10:00:00.000Z',
        groups: [{ id: 'g1', name: 'bare', colour: '#D55E00' }],
      },
    ],
    cells: [
      {
        id: 'c1',
        studyId: 's1',
        groupId: 'g1',
        name: 'Old cell',
        metal: 'Li',
        kind: 'symmetric',
        coating: '',
        arealHg_mgPerCm2: null,
        layerThickness_um: null,
        electrolyte: 'LLTO',
        electrolyteThickness_um: 700,
        electrolyteConductivity_SPerCm: null,
        area_cm2: 0.785,
        activeMass_mg: null,
        temperature_K: 298.15,
        notes: 'kept since 2025',
        exclusionReason: null,
        order: 0,
        timeZero_s: 0,
        trimFrom_s: null,
        trimTo_s: null,
      },
    ],
    datasets: [
      {
        id: 'd1',
        studyId: 's1',
        importId: 'i1',
        cellId: 'c1',
        position: 0,
        fileName: 'old.mpt',
        kind: 'cycling',
        label: 'GCPL',
        rows: ROWS,
        columns: columns.map(({ name, unit, source }) => ({ name, unit, source })),
        metadata: {},
        state: { kind: 'unspecified' },
        contentKey: 'abc:0',
      },
    ],
    imports: [
      {
        id: 'i1',
        studyId: 's1',
        sha256: 'abc',
        importedAt: '2025-03-01T10:05:00.000Z',
        receipt: {
          file: { name: 'old.mpt', bytes: 12_345, sha256: 'abc' },
          format: 'biologic-mpt',
          parserVersion: 1,
          coreVersion: '0.1.0',
          encoding: 'latin1',
          decimalMark: '.',
          delimiter: '\t',
          rowsRead: ROWS,
          rowsRepaired: 0,
          rowsRejected: 0,
          rejectedLines: [],
          signRule: 'as in the file',
          vendorUnits: {},
          complete: true,
          checks: [],
          warnings: [],
        },
      },
    ],
    blocks: columns.map(({ name, values }) => ({ datasetId: 'd1', column: name, index: 0, values })),
    results: [],
  };
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => {
        done(request.result);
      };
      request.onerror = () => {
        fail(request.error ?? new Error('the database did not answer'));
      };
    });
  await settled(indexedDB.deleteDatabase('amalgam'));
  // The library that kept it multiplies its versions by ten.
  const opening = indexedDB.open('amalgam', 10);
  opening.onupgradeneeded = () => {
    for (const [name, { key, indexes }] of Object.entries(STORES)) {
      const store = opening.result.createObjectStore(name, { keyPath: key });
      for (const index of indexes)
        store.createIndex(
          index.includes('+') ? `[${index}]` : index,
          index.includes('+') ? index.split('+') : index,
        );
    }
  };
  const database = await settled(opening);
  const transaction = database.transaction(Object.keys(content), 'readwrite');
  for (const [name, rows] of Object.entries(content))
    for (const row of rows) transaction.objectStore(name).put(row);
  await new Promise((done) => {
    transaction.oncomplete = done;
  });
  database.close();
}
