/** Which spectra of leads and of the empty holder are taken out of the chosen ones. */
import { Button, Select, Stack } from '@mantine/core';
import { useSession } from '../../app/session.ts';
import { useChange } from '../../app/useChange.ts';
import { isSameBlank, setBlank } from '../../store/changes/blanks.ts';
import { BLANK_KINDS, type BlankKind, type StoredDataset } from '../../store/schema.ts';
import { text } from '../../text/text.ts';
import type { ChosenSpectrum } from './chosenSpectra.ts';

const words = text.impedanceBlank;

interface BlankFieldProps {
  readonly kind: BlankKind;
  /** What it is taken out of. */
  readonly datasets: readonly StoredDataset[];
  readonly candidates: readonly StoredDataset[];
}

/** The one blank of all but itself; undefined = they differ. */
function commonBlank(datasets: readonly StoredDataset[], kind: BlankKind): string | null | undefined {
  const used = new Set(datasets.map(({ blanks }) => blanks?.[kind]?.datasetId ?? null));
  const [first] = used;
  if (used.size === 1) return first ?? null;
  const [blank] = [...used].filter((id) => id !== null);
  const others = datasets.filter(({ id }) => id !== blank);
  return others.every(({ blanks }) => blanks?.[kind]?.datasetId === blank) ? (blank ?? null) : undefined;
}

function BlankField({ kind, datasets, candidates }: BlankFieldProps) {
  const change = useChange();
  const common = commonBlank(datasets, kind);
  const choose = (id: string | null) => {
    void change(setBlank(datasets, kind, candidates.find((one) => one.id === id) ?? null));
  };
  const blank = candidates.find(({ id }) => id === common) ?? null;
  const isOutdated = datasets.some(
    ({ blanks }) => blank && blanks?.[kind] && !isSameBlank(blanks[kind], blank),
  );
  return (
    <div>
      <Select
        size="xs"
        clearable
        searchable
        label={words.kinds[kind]}
        placeholder={common === undefined ? words.several : words.none}
        data={candidates.map(({ id, fileName, label }) => ({ value: id, label: `${fileName}, ${label}` }))}
        value={common ?? null}
        onChange={choose}
      />
      {isOutdated && blank && (
        <p className="form-hint">
          {words.changed}{' '}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => {
              choose(blank.id);
            }}
          >
            {words.renew}
          </Button>
        </p>
      )}
    </div>
  );
}

export function BlankChoice({ spectra }: { readonly spectra: readonly ChosenSpectrum[] }) {
  const { contents } = useSession();
  const candidates = contents.datasets.filter(({ kind }) => kind === 'impedance');
  const datasets = spectra.map(({ dataset }) => dataset);
  if (datasets.length === 0 || candidates.length < 2) return null;
  return (
    <Stack gap={4} role="group" aria-label={words.title}>
      {BLANK_KINDS.map((kind) => (
        <BlankField key={kind} kind={kind} datasets={datasets} candidates={candidates} />
      ))}
      <p className="form-hint">{words.hint}</p>
    </Stack>
  );
}
