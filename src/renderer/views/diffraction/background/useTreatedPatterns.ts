/** The shown patterns with their background and without Kα2, where that was asked for; computed off the interface's thread. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { BackgroundMethod } from '#core/xrd/background/patternBackground.ts';
import type { TreatedPattern, TreatRequest } from '#core/xrd/background/treatPattern.ts';
import { hasAlpha2 } from '#core/xrd/stripAlpha2.ts';
import { useServices } from '../../../app/services.ts';
import { tellWorkFailure } from '../../../app/tellWorkFailure.ts';
import { text } from '../../../text/text.ts';
import type { IdentificationRecord } from '../identificationRecord.ts';
import type { ScanView } from '../useScans.ts';
import { chosenMethod, type BackgroundSettings } from './backgroundSettings.ts';

type Records = ReadonlyMap<string, IdentificationRecord>;
type Method = BackgroundMethod | { readonly kind: 'fit' };

/** With what it was made by: what is drawn says so, also while the next one is computed. */
export interface MethodPattern extends TreatedPattern {
  readonly method: Method | null;
}

interface Choice {
  readonly method: Method | null;
  readonly stripsAlpha2: boolean;
}

const NONE: ReadonlyMap<string, MethodPattern> = new Map();
/** Results beyond this many are computed again. */
const MOST_KEPT = 64;

function requestOf(view: ScanView, { method, stripsAlpha2 }: Choice, records: Records): TreatRequest {
  const fitted = records.get(view.dataset.id)?.identification ?? null;
  const { twoTheta_deg, intensity_counts, sigma_counts } = view.pattern;
  const ofFit = fitted && {
    background_counts: fitted.background_counts,
    halo_counts: fitted.halo_counts,
  };
  return {
    pattern: { twoTheta_deg, intensity_counts, sigma_counts },
    background: method?.kind === 'fit' ? ofFit : method,
    stripped: stripsAlpha2 && hasAlpha2(view.radiation) ? view.radiation : null,
  };
}

/** All that a result depends on. */
function keyOf({ dataset }: ScanView, { background, stripped }: TreatRequest, records: Records): string {
  const isFitted = background !== null && 'halo_counts' in background;
  const fit = isFitted ? (records.get(dataset.id)?.inputs ?? '') : JSON.stringify(background);
  return [dataset.id, dataset.contentKey, fit, JSON.stringify(stripped?.lines ?? null)].join(' | ');
}

function isAsMeasured({ background, stripped }: TreatRequest): boolean {
  return background === null && stripped === null;
}

function keep(memory: Map<string, MethodPattern>, key: string, result: MethodPattern): void {
  memory.set(key, result);
  const [oldest] = memory.keys();
  if (memory.size > MOST_KEPT && oldest !== undefined) memory.delete(oldest);
}

/** By dataset; without those that are shown as measured. The former ones stay until all new ones are there. */
export function useTreatedPatterns(
  views: readonly ScanView[],
  settings: BackgroundSettings,
  records: Records,
): ReadonlyMap<string, MethodPattern> {
  const { jobs } = useServices();
  const memory = useRef(new Map<string, MethodPattern>());
  const [treated, setTreated] = useState(NONE);
  const method = JSON.stringify(chosenMethod(settings));
  const { stripsAlpha2 } = settings;
  const choice = useMemo<Choice>(
    () => ({ method: JSON.parse(method) as Method | null, stripsAlpha2 }),
    [method, stripsAlpha2],
  );
  const isOn = choice.method !== null || stripsAlpha2;
  useEffect(() => {
    if (!isOn) return;
    let isWanted = true;
    const treat = async (view: ScanView): Promise<readonly (readonly [string, MethodPattern])[]> => {
      const request = requestOf(view, choice, records);
      if (isAsMeasured(request)) return [];
      const key = keyOf(view, request, records);
      const known = memory.current.get(key);
      const result = known ?? { ...(await jobs.run('treatPattern', request)), method: choice.method };
      keep(memory.current, key, result);
      return [[view.dataset.id, result]];
    };
    Promise.all(views.map(treat)).then(
      (entries) => {
        if (isWanted) setTreated(new Map(entries.flat()));
      },
      (error: unknown) => {
        if (isWanted) tellWorkFailure(text.diffractionBackground.failed, error);
      },
    );
    return () => {
      isWanted = false;
    };
  }, [jobs, views, choice, isOn, records]);
  return isOn ? treated : NONE;
}
