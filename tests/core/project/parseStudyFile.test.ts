import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonFault } from '#core/project/jsonFault.ts';
import { parseStudyFile } from '#core/project/parseStudyFile.ts';
import { studyOfFile } from '#core/project/studyOfFile.ts';

const SAMPLE = readFileSync('resources/sample-study/study.json', 'utf8');

/** The sample with one thing replaced, as text. */
function changed(change: (study: Record<string, unknown>, cell: Record<string, unknown>) => void): string {
  const study = JSON.parse(SAMPLE) as { cells: Record<string, unknown>[] } & Record<string, unknown>;
  const cell = study.cells[3];
  if (!cell) throw new Error('the sample has more than three cells');
  change(study, cell);
  return JSON.stringify(study, null, 2);
}

function problemOf(json: string) {
  const outcome = parseStudyFile(json);
  return outcome.ok ? null : outcome.problem;
}

const withPath = (path: unknown) =>
  changed((_, cell) => (cell['files'] = [{ path, state: { kind: 'pristine' } }]));

test('reads the sample study as it stands', () => {
  expect(problemOf(SAMPLE)).toBeNull();
  expect(problemOf(`\uFEFF${SAMPLE}`)).toBeNull();
});

describe('a text that is no JSON', () => {
  test.each([
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', 3],
    ['a comma too many', '{\n  "a": [1,\n  2,\n ]\n}', 4],
    ['the end of the text', '{\n  "a": 1\n', 3],
    ['a single quote', "{\n\n 'a': 1 }", 3],
    ['an unclosed text', '{"a":\n"b\n}', 2],
    ['a second value', '{}\n{}', 2],
    ['a bracket of the wrong kind', '[\n1}', 2],
    ['nothing at all', '', 1],
  ])('is told with the line of %s', (_, text, line) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(problemOf(text)).toMatchObject({ code: 'not-json', line });
  });

  test('is what the engine refuses, over a thousand damaged copies of a document', () => {
    const seed = 20261122;
    const document = '{"a":[1,-2.5e3,true,null,"x\\u00e9\\n"],"b":{"c":{}},"d":[]}';
    let state = seed;
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
    for (let n = 0; n < 1000; n += 1) {
      const at = random(document.length);
      const other = document[random(document.length)] ?? '';
      const text = document.slice(0, at) + (n % 2 === 0 ? '' : other) + document.slice(at + 1);
      const isJson = (() => {
        try {
          JSON.parse(text);
          return true;
        } catch {
          return false;
        }
      })();
      expect(jsonFault(text) === null, `seed ${seed}, copy ${n}: ${text}`).toBe(isJson);
    }
  });
});

describe('a document of another shape', () => {
  test.each([
    ['an array', '[]', ''],
    ['another schema', changed((study) => (study['schema'] = 'other')), 'schema'],
    ['a later version', changed((study) => (study['version'] = 2)), 'version'],
    ['no cells', changed((study) => delete study['cells']), 'cells'],
    ['cells that are no list', changed((study) => (study['cells'] = {})), 'cells'],
    ['an area in words', changed((_, cell) => (cell['area_cm2'] = '0.785')), 'cells[3].area_cm2'],
    ['an area of 0', changed((_, cell) => (cell['area_cm2'] = 0)), 'cells[3].area_cm2'],
    ['a misspelt field', changed((_, cell) => (cell['area_cm'] = 1)), 'cells[3].area_cm'],
    ['an unknown metal', changed((_, cell) => (cell['metal'] = 'Fe')), 'cells[3].metal'],
    ['a group that is not there', changed((_, cell) => (cell['group'] = 'gold')), 'cells[3].group'],
    ['a date in words', changed((study) => (study['date'] = 'yesterday')), 'date'],
    [
      'a state without its cycle',
      changed((_, cell) => (cell['files'] = [{ path: 'a.mpt', state: { kind: 'after-cycle' } }])),
      'cells[3].files[0].state.cycle',
    ],
    [
      'a state of no kind',
      changed((_, cell) => (cell['files'] = [{ path: 'a.mpt', state: null }])),
      'cells[3].files[0].state',
    ],
  ])('with %s is refused at its place', (_, json, path) => {
    expect(problemOf(json)).toMatchObject({ code: 'study-field', path });
  });

  test.each(['../a.mpt', 'a/../../b.mpt', '/etc/passwd', 'C:\\data\\a.mpt', 'C:a.mpt', 'a\\b.mpt', '', 7])(
    'with the path %j, which leads out of the folder, is refused',
    (path) => {
      expect(problemOf(withPath(path))).toMatchObject({
        code: 'study-field',
        path: 'cells[3].files[0].path',
      });
    },
  );

  test.each(['a.mpt', 'a/b/c..d.mpt', '…/ä 1.mpt'])('with the path %j is read', (path) => {
    expect(problemOf(withPath(path))).toBeNull();
  });
});

test('gives every cell its group and nothing of the file list', () => {
  const outcome = parseStudyFile(SAMPLE);
  if (!outcome.ok) throw new Error('the sample is readable');
  const { study, cells } = studyOfFile(outcome.study);
  expect(study.simulated).toBe(true);
  expect(cells).toHaveLength(36);
  expect(cells[0]).toMatchObject({
    name: 'Li_LLTO_01',
    groupId: 'bare',
    metal: 'Li',
    area_cm2: 0.785,
    order: 0,
  });
  expect(cells[0]).not.toHaveProperty('files');
});

describe('what a study has in place of the program', () => {
  const phase = {
    id: 'A',
    name: 'A',
    formula: 'Li',
    confidence: 'low',
    source: '',
    notes: '',
    kind: 'lines',
  };
  const withOwn = (own: object) =>
    JSON.stringify({
      ...{ schema: 'amalgam-study', version: 1, name: 'S', question: '', simulated: true, groups: [] },
      ...{ cells: [], ...own },
    });

  test('is read: phases and thresholds of events', () => {
    const own = {
      phases: [{ ...phase, lines: [{ d_A: 2, intensity: 1 }] }],
      eventThresholds: { dropTo: 0.5 },
    };
    expect(parseStudyFile(withOwn(own))).toMatchObject({ ok: true, study: own });
  });

  test.for([
    [{ phases: [{ ...phase, lines: 'none' }] }, 'phases'],
    [{ eventThresholds: { dropTo: 1.5 } }, 'eventThresholds'],
    [{ eventThresholds: { fallsTo: 0.5 } }, 'eventThresholds'],
  ] as const)('is refused where it cannot be: %j', ([own, path]) => {
    expect(parseStudyFile(withOwn(own))).toMatchObject({ ok: false, problem: { code: 'study-field', path } });
  });
});

describe('what the user set on a measured file', () => {
  const withFile = (set: object) =>
    JSON.stringify({
      ...{ schema: 'amalgam-study', version: 1, name: 'S', question: '', simulated: true, groups: [] },
      cells: [{ name: 'A', group: '', files: [{ path: 'a.csv', state: { kind: 'pristine' }, ...set }] }],
    });

  test('is read: rows left out and the sign of Z″', () => {
    const outcome = parseStudyFile(withFile({ excludedRows: [0, 7], impedanceSign: 'negated' }));
    expect(outcome).toMatchObject({
      ok: true,
      study: { cells: [{ files: [{ excludedRows: [0, 7], impedanceSign: 'negated' }] }] },
    });
  });

  test.for([
    [{ excludedRows: [-1] }, 'cells[0].files[0].excludedRows[0]'],
    [{ impedanceSign: 'minus' }, 'cells[0].files[0].impedanceSign'],
  ] as const)('is refused where it cannot be: %j', ([set, path]) => {
    expect(parseStudyFile(withFile(set))).toMatchObject({
      ok: false,
      problem: { code: 'study-field', path },
    });
  });
});

test('a transference number is a number above 0 and at most 1, and nothing that only looks like one', () => {
  const withTransference = (value: unknown) =>
    problemOf(changed((_, cell) => (cell['cationTransference'] = value)));
  for (const possible of [0.38, 1, null]) expect(withTransference(possible)).toBeNull();
  for (const wrong of [0, 1.2, '0.38', true, -0.1])
    expect(withTransference(wrong), String(wrong)).toMatchObject({
      ...{ code: 'study-field', path: 'cells[3].cationTransference' },
    });
});
