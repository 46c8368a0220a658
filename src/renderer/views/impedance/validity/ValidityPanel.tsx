/** The verdict on a spectrum in words, and what to do about it. */
import { Badge, Button, Stack, Title } from '@mantine/core';
import { secondOpinion } from '#core/eis/secondOpinion.ts';
import { useChange } from '../../../app/useChange.ts';
import { bringBackRows, leaveOutRows } from '../../../store/changes/excludedRows.ts';
import { fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import type { KramersKronigOf, Validity } from '../useKramersKronig.ts';
import type { SpectrumView } from '../useSpectra.ts';
import { valueWords } from '../valueWords.ts';

const words = text.impedanceTests;
const PERCENT = 100;

export interface ValidityPanelProps {
  readonly view: SpectrumView;
  readonly found: ReturnType<KramersKronigOf>;
}

function LeftOut({ view }: Pick<ValidityPanelProps, 'view'>) {
  const change = useChange();
  const { dataset } = view;
  const rows = dataset.excludedRows ?? [];
  if (rows.length === 0) return null;
  return (
    <p>
      {words.leftOut(rows.length)}{' '}
      <Button size="compact-xs" variant="default" onClick={() => void change(bringBackRows(dataset, rows))}>
        {words.bringBack}
      </Button>
    </p>
  );
}

function Advice({ view, validity }: { readonly view: SpectrumView; readonly validity: Validity }) {
  const change = useChange();
  const { code, points, detail } = validity.kramersKronig.advice;
  if (code === 'none') return null;
  const rows = points.flatMap((point) => view.used.rows[point] ?? []);
  return (
    <p>
      <b>{words.advice[code]}</b> {detail}
      {rows.length > 0 && (
        <Button
          mt={6}
          size="compact-sm"
          fullWidth
          variant="light"
          onClick={() => void change(leaveOutRows(view.dataset, rows))}
        >
          {words.follow(rows.length)}
        </Button>
      )}
    </p>
  );
}

function verdictColour(valid: boolean, zHit: boolean | undefined): string {
  if (!valid) return 'red';
  return zHit === false ? 'yellow' : 'teal';
}

function secondWords({ used }: SpectrumView, { kramersKronig, zHit }: Validity): string {
  const disagreement = secondOpinion(used.spectrum, kramersKronig, zHit);
  if (disagreement !== '') return disagreement;
  return zHit?.valid === true ? words.zHitValid : words.zHitInvalid;
}

function Verdict({ view, validity }: { readonly view: SpectrumView; readonly validity: Validity }) {
  const { valid, noiseRms, rcCount, mu, structureRe, structureIm } = validity.kramersKronig;
  const noise = fixed(noiseRms * PERCENT, 2);
  const { zHit } = validity;
  const passed = zHit?.valid === false ? words.doubtful : words.validBadge(noise);
  return (
    <>
      <Badge size="lg" tt="none" variant="light" color={verdictColour(valid, zHit?.valid)}>
        {valid ? passed : words.invalidBadge(noise)}
      </Badge>
      <p>{valid ? words.validWords(noise) : words.invalidWords(noise)}</p>
      {zHit && <p>{secondWords(view, validity)}</p>}
      <Advice view={view} validity={validity} />
      <p className="form-hint">
        {words.detail(rcCount, fixed(mu, 2))};{' '}
        {words.structure(valueWords(structureRe, 2), valueWords(structureIm, 2))}
      </p>
    </>
  );
}

export function ValidityPanel({ view, found }: ValidityPanelProps) {
  return (
    <Stack gap={6} className="impedance-panel">
      <Title order={6}>{words.title}</Title>
      {!found && <p role="status">{words.testing}</p>}
      {found?.ok === false && (
        <p role="alert">
          {words.failed}: {found.error instanceof Error ? found.error.message.split('\n')[0] : ''}
        </p>
      )}
      {found?.ok && <Verdict view={view} validity={found.value} />}
      <LeftOut view={view} />
    </Stack>
  );
}
