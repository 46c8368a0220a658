/** What the model cannot say, or says of the film that one would not expect. */
import { Alert } from '@mantine/core';
import type { LayerLine } from '#figures/layerFigure.ts';
import { text } from '../../text/text.ts';

const words = text.layer;

function notesOf(lines: readonly LayerLine[], metal: string): readonly string[] {
  const points = lines.flatMap((line) => line.points);
  const exhausted = Math.max(0, ...(lines[0]?.points ?? []).map((point) => point.exhausted_mAhPerCm2));
  return [
    ...(exhausted > 0 ? [words.exhausted(Number(exhausted.toPrecision(3)).toString())] : []),
    ...(points.some(({ isBeyondModel }) => isBeyondModel) ? [words.beyond] : []),
    ...(metal === 'Li' ? [words.plateauDoubt] : [words.noPhaseVolumes]),
  ];
}

export function LayerNotes({
  lines,
  metal,
}: {
  readonly lines: readonly LayerLine[];
  readonly metal: string;
}) {
  return (
    <Alert variant="light" color="gray" className="technique-problems">
      {notesOf(lines, metal).map((note) => (
        <div key={note}>{note}</div>
      ))}
    </Alert>
  );
}
