/** Lithium lanthanum titanate of a typed composition, in place of the library's of that structure. */
import { Button, NumberInput, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CrystalPhase, Phase } from '#core/xrd/crystalPhase.ts';
import { LLTO_MOST_X, LLTO_USUAL_ORDER, lltoOfComposition } from '#core/xrd/lltoComposition.ts';
import { useSession } from '../../../app/session.ts';
import { useChange } from '../../../app/useChange.ts';
import { addPhases } from '../../../store/changes/phases.ts';
import { text } from '../../../text/text.ts';

const words = text.diffractionPhases.llto;
const USUAL_X = 0.11;

function structuresOf(program: readonly Phase[]): readonly CrystalPhase[] {
  return program.filter(
    (phase): phase is CrystalPhase => phase.kind === 'crystal' && phase.id.startsWith('LLTO'),
  );
}

/** Lanthanum in layers of two kinds: only there has an order a meaning. */
function isLayered({ sites }: CrystalPhase): boolean {
  return sites.filter(({ element }) => element === 'La').length === 2;
}

/** What is typed but no number yet lies in no range. */
function isWithin(value: number | string, most: number): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

interface LltoDraft {
  readonly id: string;
  readonly x: number | string;
  readonly order: number | string;
}

/** Undefined while something lies outside its range. */
function madeOf(base: CrystalPhase | undefined, { x, order }: LltoDraft): CrystalPhase | undefined {
  if (!base || !isWithin(x, LLTO_MOST_X)) return undefined;
  if (!isLayered(base)) return lltoOfComposition(base, { x });
  return isWithin(order, 1) ? lltoOfComposition(base, { x, order }) : undefined;
}

interface NumberFieldProps {
  readonly label: string;
  readonly step: number;
  readonly most: number;
  readonly refusal: string;
  readonly value: number | string;
  readonly onChange: (value: number | string) => void;
}

/** What is out of range stays as typed and is refused in words: a number put right in silence would be another phase. */
function NumberField({ most, refusal, ...field }: NumberFieldProps) {
  return <NumberInput size="xs" {...field} error={isWithin(field.value, most) ? null : refusal} />;
}

interface StructureFieldProps {
  readonly structures: readonly CrystalPhase[];
  readonly id: string;
  readonly onChange: (id: string) => void;
}

function StructureField({ structures, id, onChange }: StructureFieldProps) {
  return (
    <Select
      size="xs"
      label={words.structure}
      allowDeselect={false}
      data={structures.map((phase) => ({ value: phase.id, label: phase.name }))}
      value={id}
      onChange={(chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
    />
  );
}

export function LltoForm({ program }: { readonly program: readonly Phase[] }) {
  const { contents } = useSession();
  const change = useChange();
  const structures = structuresOf(program);
  const [draft, setDraft] = useState<LltoDraft>({
    id: structures[0]?.id ?? '',
    x: USUAL_X,
    order: LLTO_USUAL_ORDER,
  });
  const base = structures.find(({ id }) => id === draft.id);
  const made = madeOf(base, draft);
  const edit = (patch: Partial<LltoDraft>) => {
    setDraft((before) => ({ ...before, ...patch }));
  };
  return (
    <Stack gap={6}>
      <p className="form-hint">{words.hint}</p>
      <StructureField
        structures={structures}
        id={draft.id}
        onChange={(id) => {
          edit({ id });
        }}
      />
      <NumberField
        label={words.x}
        step={0.01}
        most={LLTO_MOST_X}
        refusal={words.xRefused}
        value={draft.x}
        onChange={(x) => {
          edit({ x });
        }}
      />
      {base && isLayered(base) && (
        <NumberField
          label={words.order}
          step={0.05}
          most={1}
          refusal={words.orderRefused}
          value={draft.order}
          onChange={(order) => {
            edit({ order });
          }}
        />
      )}
      {made && <p className="form-hint">{words.made(made.formula)}</p>}
      <Button
        size="xs"
        disabled={!made}
        onClick={() => {
          if (made) void change(addPhases(contents.study, [made]));
        }}
      >
        {words.add(draft.id)}
      </Button>
    </Stack>
  );
}
