/** The chosen spectra with their points; what the user left out is kept apart. */
import { useEffect, useMemo, useState } from 'react';
import type { Column } from '#core/dataset.ts';
import { applyImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { spectrumOf, type UsableSpectrum } from '#core/eis/spectrum.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { chosenSpectra, type ChosenSpectrum } from './chosenSpectra.ts';

export interface SpectrumView extends ChosenSpectrum {
  /** Points that count. */
  readonly used: UsableSpectrum;
  /** Points that were left out; null = none. */
  readonly leftOut: UsableSpectrum | null;
}

export interface Spectra {
  readonly isLoading: boolean;
  readonly chosen: readonly ChosenSpectrum[];
  readonly views: readonly SpectrumView[];
  /** Chosen but not to be drawn: no columns, or no point in them. */
  readonly unusable: readonly { readonly spectrum: ChosenSpectrum; readonly reason: 'columns' | 'points' }[];
}

const COLUMNS = ['frequency_Hz', 'zRe_ohm', 'zIm_ohm'] as const;

type Loaded = ReadonlyMap<string, readonly Column[]>;

/** Columns of all datasets at once: many spectra of one file are drawn together, not one after the other. */
function useColumns(chosen: readonly ChosenSpectrum[]): Loaded {
  const { store } = useServices();
  const [loaded, setLoaded] = useState<Loaded>(new Map());
  useEffect(() => {
    let isWanted = true;
    const read = async ({ dataset }: ChosenSpectrum) =>
      [dataset.id, await store.columns(dataset.id, COLUMNS)] as const;
    void Promise.all(chosen.map(read)).then((entries) => {
      if (isWanted) setLoaded(new Map(entries));
    });
    return () => {
      isWanted = false;
    };
  }, [store, chosen]);
  return loaded;
}

function partsOf(spectrum: ChosenSpectrum, read: readonly Column[]): SpectrumView | 'columns' | 'points' {
  const { kind, metadata, rows, excludedRows = [], impedanceSign = 'as-is' } = spectrum.dataset;
  const { columns } = applyImpedanceSign({ kind, metadata, columns: read }, impedanceSign);
  const used = spectrumOf({ rows, columns }, new Set(excludedRows));
  if (!used) return 'columns';
  const isLeftOut = new Set(excludedRows);
  const others = new Set(Array.from({ length: rows }, (_, row) => row).filter((row) => !isLeftOut.has(row)));
  const leftOut = excludedRows.length === 0 ? null : spectrumOf({ rows, columns }, others);
  if (used.rows.length + (leftOut?.rows.length ?? 0) === 0) return 'points';
  return { ...spectrum, used, leftOut };
}

export function useSpectra(typedSweeps: string): Spectra {
  const { contents, selection } = useSession();
  const chosen = useMemo(
    () => chosenSpectra(contents, selection, typedSweeps),
    [contents, selection, typedSweeps],
  );
  const loaded = useColumns(chosen);
  return useMemo(() => {
    const views: SpectrumView[] = [];
    const unusable: { spectrum: ChosenSpectrum; reason: 'columns' | 'points' }[] = [];
    for (const spectrum of chosen) {
      const columns = loaded.get(spectrum.dataset.id);
      if (!columns) continue;
      const parts = partsOf(spectrum, columns);
      if (typeof parts === 'string') unusable.push({ spectrum, reason: parts });
      else views.push(parts);
    }
    const isLoading = views.length + unusable.length < chosen.length;
    return { isLoading, chosen, views, unusable };
  }, [chosen, loaded]);
}
