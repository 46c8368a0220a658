/** Distributions of relaxation times of the chosen spectra, over each other. */
import { Stack, Title } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { drtFigure, type CellDrt } from '#figures/drtFigure.ts';
import type { FigureStyle } from '#figures/figure.ts';
import { useSession } from '../../../app/session.ts';
import { text } from '../../../text/text.ts';
import { possibleBasis } from '../basisLack.ts';
import { cellSpectra } from '../cellSpectra.ts';
import { ImpedanceFrame } from '../ImpedanceFrame.tsx';
import type { ModeProps } from '../modeProps.ts';
import { PlainTable } from '../../../components/PlainTable.tsx';
import { LambdaChoice } from './LambdaChoice.tsx';
import { peakRows } from './peakRows.ts';
import { useDrts } from './useDrts.ts';

const words = text.impedanceTests;

function useCellDrts({ spectra, settings }: ModeProps) {
  const { contents } = useSession();
  const { views } = spectra;
  const drtOf = useDrts(views, settings);
  const isComputing = views.some((view) => drtOf(view) === undefined);
  const cells = useMemo((): readonly CellDrt[] => {
    const drawn = cellSpectra(contents, views, new Map());
    return views.flatMap((view, at) => {
      const [found, spectrum] = [drtOf(view), drawn[at]];
      return found?.ok && found.value && spectrum ? [{ spectrum, drt: found.value }] : [];
    });
  }, [contents, views, drtOf]);
  return { cells, isComputing };
}

export function DrtMode(props: ModeProps) {
  const { contents } = useSession();
  const { spectra, settings, update } = props;
  const { cells, isComputing } = useCellDrts(props);
  const basis = possibleBasis(spectra.views, settings.basis);
  const { simulated } = contents.study;
  const figureOf = useCallback(
    (style: FigureStyle) => (cells.length === 0 ? null : drtFigure(cells, { style, basis, simulated })),
    [cells, basis, simulated],
  );
  const table = peakRows(cells, basis);
  return (
    <ImpedanceFrame
      {...props}
      figureOf={figureOf}
      reason={isComputing ? null : words.tooFew}
      table={() => table}
      below={
        <PlainTable label={words.peaks} table={table} empty={isComputing ? words.computing : words.noPeaks} />
      }
    >
      <Stack gap={6} className="impedance-panel">
        <Title order={6}>{words.drtTitle}</Title>
        <LambdaChoice settings={settings} update={update} found={cells[0]?.drt.lambda ?? null} />
      </Stack>
    </ImpedanceFrame>
  );
}
