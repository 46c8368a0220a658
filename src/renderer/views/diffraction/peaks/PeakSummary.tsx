/** The instrument's share of the widths, and the size and strain of each phase, or why they cannot be told. */
import { Title } from '@mantine/core';
import { text } from '../../../text/text.ts';
import { InstrumentForm, type InstrumentFormProps } from './InstrumentForm.tsx';
import { sizeSentences } from './sizeSentences.ts';
import type { PeakView } from './usePeakView.ts';

const words = text.diffractionPeaks;

export function PeakSummary({ view, ...form }: InstrumentFormProps & { readonly view: PeakView }) {
  const { peaks, sizes, isUnexplained } = view;
  return (
    <section>
      {peaks && <p className="form-hint">{words.errors}</p>}
      <InstrumentForm {...form} />
      <Title order={6} mt="sm">
        {words.size.title}
      </Title>
      {peaks && isUnexplained && <p className="form-hint">{words.size.noPhases}</p>}
      {sizes.map((size) => (
        <div key={size.phase}>
          <p className="form-hint">
            <strong>{size.phase}</strong>
          </p>
          {sizeSentences(size).map((sentence) => (
            <p key={sentence} className="form-hint">
              {sentence}
            </p>
          ))}
        </div>
      ))}
      {sizes.length > 0 && <p className="form-hint">{words.size.laws}</p>}
    </section>
  );
}
