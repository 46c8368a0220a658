import { describe, expect, test } from 'vitest';
import { isWorking } from '../../../src/renderer/app/useIsWorking.ts';
import { createWorkList } from '../../../src/renderer/app/workList.ts';

describe('work on a topic', () => {
  test('counts as under way from its start until its end, whoever asks', async () => {
    const work = createWorkList();
    let finish: (value: string) => void = () => undefined;
    const result = new Promise<string>((resolve) => {
      finish = resolve;
    });
    const run = work.run('Testing 3 spectra', () => result, { topic: 'batch' });
    expect([isWorking(work, 'batch'), isWorking(work, 'import')]).toEqual([true, false]);
    finish('done');
    await expect(run).resolves.toBe('done');
    expect(isWorking(work, 'batch')).toBe(false);
  });

  test('ends with a failure too', async () => {
    const work = createWorkList();
    const run = work.run('Testing', () => Promise.reject(new Error('worker gone')), { topic: 'batch' });
    await expect(run).rejects.toThrow('worker gone');
    expect(isWorking(work, 'batch')).toBe(false);
  });
});
