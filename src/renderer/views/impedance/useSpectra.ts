/** The chosen spectra with their points; what the user left out is kept apart. */
import { useEffect, useMemo, useState } from 'react';
import type { Column } from '#core/dataset.ts';
import { applyImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { spectrumOf, type UsableSpectrum } from '#core/eis/spectrum.ts';
import { useServices } from '../../app/services.ts';
import { useSession } from '../../app/session.ts';
import { text } from '../../text/text.ts';
import { chosenSpectra, type ChosenSpectrum } from './chosenSpectra.ts';
import { blankIds, blanksOf, withoutBlanks, type BlankSource } from './withoutBlanks.ts';

const words = text.impedance;

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
  /** Chosen but not to be drawn, with the reason in words. */
  readonly unusable: readonly { readonly spectrum: ChosenSpectrum; readonly reason: string }[];
}

const COLUMNS = ['frequency_Hz', 'zRe_ohm', 'zIm_ohm'] as const;

type Loaded = ReadonlyMap<string, readonly Column[]>;

/** Columns of all datasets at once: many spectra of one file are drawn together, not one after the other. */
function useColumns(chosen: readonly ChosenSpectrum[]): Loaded {
  const { store } = useServices();
  const [loaded, setLoaded] = useState<Loaded>(new Map());
  useEffect(() => {
    let isWanted = true;
    const ids = new Set(chosen.flatMap(({ dataset }) => [dataset.id, ...blankIds(dataset)]));
    const read = async (id: string) => [id, await store.columns(id, COLUMNS)] as const;
    void Promise.all([...ids].map(read)).then((entries) => {
      if (isWanted) setLoaded(new Map(entries));
    });
    return () => {
      isWanted = false;
    };
  }, [store, chosen]);
  return loaded;
}

interface Measured {
  readonly used: UsableSpectrum;
  readonly leftOut: UsableSpectrum | null;
}

function measuredOf({ dataset }: ChosenSpectrum, read: readonly Column[]): Measured | null {
  const { kind, metadata, rows, excludedRows = [], impedanceSign = 'as-is' } = dataset;
  const { columns } = applyImpedanceSign({ kind, metadata, columns: read }, impedanceSign);
  const isLeftOut = new Set(excludedRows);
  const used = spectrumOf({ rows, columns }, isLeftOut);
  if (!used) return null;
  const others = new Set(Array.from({ length: rows }, (_, row) => row).filter((row) => !isLeftOut.has(row)));
  const leftOut = excludedRows.length === 0 ? null : spectrumOf({ rows, columns }, others);
  return { used, leftOut };
}

/** Words when it cannot be drawn. */
function viewOf(
  spectrum: ChosenSpectrum,
  read: readonly Column[],
  source: BlankSource,
): SpectrumView | string {
  const measured = measuredOf(spectrum, read);
  if (!measured) return words.noColumns;
  const { used, leftOut } = measured;
  if (used.rows.length + (leftOut?.rows.length ?? 0) === 0) return words.noPoints;
  const blanks = blanksOf(spectrum.dataset, source);
  if (typeof blanks === 'string') return blanks;
  const without = withoutBlanks(used, blanks);
  if (typeof without === 'string') return without;
  const others = leftOut && withoutBlanks(leftOut, blanks);
  // Points beyond the blank are left out for that; they stay where they were measured, to be brought back.
  return { ...spectrum, used: without, leftOut: typeof others === 'string' ? leftOut : others };
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
    const unusable: { spectrum: ChosenSpectrum; reason: string }[] = [];
    for (const spectrum of chosen) {
      const columns = loaded.get(spectrum.dataset.id);
      const blanksRead = blankIds(spectrum.dataset).every((id) => loaded.has(id));
      if (!columns || !blanksRead) continue;
      const parts = viewOf(spectrum, columns, { datasets: contents.datasets, columns: loaded });
      if (typeof parts === 'string') unusable.push({ spectrum, reason: parts });
      else views.push(parts);
    }
    const isLoading = views.length + unusable.length < chosen.length;
    return { isLoading, chosen, views, unusable };
  }, [chosen, loaded, contents.datasets]);
}
