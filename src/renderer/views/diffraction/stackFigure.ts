/** The chosen patterns above each other, as measured or with their background and without Kα2. */
import { useMemo } from 'react';
import { diffractionFigure, type DiffractionFigureOptions } from '#figures/diffractionFigure.ts';
import type { Figure } from '#figures/figure.ts';
import type { StudyContents } from '../../store/studyStore.ts';
import { treatedPatterns, treatmentNotes, type DrawnBackground } from './background/treatedPatterns.ts';
import { isPicking } from './background/usePointPicking.ts';
import type { MethodPattern } from './background/useTreatedPatterns.ts';
import type { DiffractionSettings } from './diffractionSettings.ts';
import type { IdentificationRecord } from './identificationRecord.ts';
import { cellPatterns } from './patternsOf.ts';
import { radiationNotes } from './radiationNotes.ts';
import type { ScanView } from './useScans.ts';

type StackLook = DrawnBackground &
  Pick<DiffractionFigureOptions, 'axis' | 'scale' | 'offset' | 'isNormalised' | 'isPicked'>;

/** The same object until one of the choices that the stack is drawn by changes. */
export function useStackLook(settings: DiffractionSettings): StackLook {
  const { axis, scale, offset, isNormalised, backgroundUse, keepsHalo } = settings;
  const isPicked = isPicking(settings);
  return useMemo(
    () => ({ axis, scale, offset, isNormalised, backgroundUse, keepsHalo, isPicked }),
    [axis, scale, offset, isNormalised, backgroundUse, keepsHalo, isPicked],
  );
}

export interface StackedScans {
  readonly contents: StudyContents;
  readonly views: readonly ScanView[];
  readonly records: ReadonlyMap<string, IdentificationRecord>;
  readonly treated: ReadonlyMap<string, MethodPattern>;
}

/** Null without scans. */
export function stackFigure(
  { contents, views, records, treated }: StackedScans,
  options: StackLook & Pick<DiffractionFigureOptions, 'style' | 'phases'>,
): Figure | null {
  if (views.length === 0) return null;
  const patterns = treatedPatterns(cellPatterns(contents, views, records), treated, options);
  const notes = [...radiationNotes(views), ...treatmentNotes(patterns, treated, options)];
  return diffractionFigure(patterns, { ...options, simulated: contents.study.simulated, notes });
}
