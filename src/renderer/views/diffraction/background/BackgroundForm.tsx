/** Which background is drawn under the patterns or taken from them, and whether Kα2 is stripped. */
import { Alert, Checkbox, NumberInput, Select, Stack, TextInput, Title } from '@mantine/core';
import type { HaloShare } from '#core/xrd/identification.ts';
import { hasAlpha2 } from '#core/xrd/stripAlpha2.ts';
import { SegmentedChoice } from '../../../components/SegmentedChoice.tsx';
import { fixed } from '../../../text/digits.ts';
import { text } from '../../../text/text.ts';
import type { DiffractionSettings, UpdateSettings } from '../diffractionSettings.ts';
import type { IdentificationRecord } from '../identificationRecord.ts';
import type { ScanView } from '../useScans.ts';
import { typedAngles, type BackgroundKind } from './backgroundSettings.ts';

const words = text.diffractionBackground;
const KINDS: readonly BackgroundKind[] = ['none', 'snip', 'arpls', 'polynomial', 'points', 'fit'];
/** From this many standard errors on. */
const SEEN = 3;

export interface BackgroundFormProps {
  readonly views: readonly ScanView[];
  readonly settings: DiffractionSettings;
  readonly update: UpdateSettings;
  readonly records: ReadonlyMap<string, IdentificationRecord>;
}

const NUMBERS = {
  snip: { name: 'snipReach_deg', min: 0.2, max: 10, step: 0.2, suffix: '°' },
  arpls: { name: 'arplsLength_deg', min: 0.5, max: 30, step: 0.5, suffix: '°' },
  polynomial: { name: 'polynomialDegree', min: 0, max: 15, step: 1, suffix: '' },
} as const;

function MethodNumber({
  kind,
  settings,
  update,
}: BackgroundFormProps & { readonly kind: keyof typeof NUMBERS }) {
  const { name, ...limits } = NUMBERS[kind];
  return (
    <NumberInput
      size="xs"
      label={words.numbers[kind]}
      description={words.numberHints[kind]}
      {...limits}
      allowDecimal={kind !== 'polynomial'}
      clampBehavior="blur"
      value={settings[name]}
      onChange={(value) => {
        if (typeof value === 'number' && value >= limits.min && value <= limits.max)
          update({ [name]: value });
      }}
    />
  );
}

function PointsField({ settings, update }: BackgroundFormProps) {
  const angles = typedAngles(settings.backgroundPoints);
  return (
    <TextInput
      size="xs"
      label={words.points}
      description={settings.backgroundUse === 'curve' ? words.pointsClick : words.pointsTyped}
      placeholder={words.pointsExample}
      error={angles === null ? words.pointsRefused : null}
      value={settings.backgroundPoints}
      onChange={({ currentTarget }) => {
        update({ backgroundPoints: currentTarget.value });
      }}
    />
  );
}

/** Of all shown scans: the most certain halo that their fits found. */
function seenHalo(records: readonly (IdentificationRecord | undefined)[]): HaloShare | undefined {
  return records
    .flatMap((record) => record?.identification.halos ?? [])
    .filter(({ significance }) => significance >= SEEN)
    .sort((a, b) => b.significance - a.significance)[0];
}

function UseForm({ views, settings, update, records }: BackgroundFormProps) {
  const { background } = settings;
  const halo = seenHalo(views.map(({ dataset }) => records.get(dataset.id)));
  return (
    <>
      <SegmentedChoice
        label={words.useChoice}
        names={words.uses}
        value={settings.backgroundUse}
        onChange={(backgroundUse) => {
          update({ backgroundUse });
        }}
      />
      {settings.backgroundUse === 'subtract' && (
        <Checkbox
          size="xs"
          label={words.keepsHalo}
          checked={settings.keepsHalo}
          onChange={({ currentTarget }) => {
            update({ keepsHalo: currentTarget.checked });
          }}
        />
      )}
      {settings.backgroundUse === 'subtract' && !settings.keepsHalo && (
        <Alert variant="light" color="yellow" p="xs">
          {halo ? words.takesHalo(halo.id, fixed(100 * halo.share, 1)) : words.takesAnyHalo}
        </Alert>
      )}
      {background !== 'none' && <p className="form-hint">{words.halos[background]}</p>}
    </>
  );
}

function StripField({ views, settings, update }: BackgroundFormProps) {
  const strippable = views.filter(({ radiation }) => hasAlpha2(radiation)).length;
  return (
    <Checkbox
      size="xs"
      label={words.strip}
      description={strippable === 0 ? words.stripNone : words.stripHint}
      disabled={strippable === 0}
      checked={settings.stripsAlpha2 && strippable > 0}
      onChange={({ currentTarget }) => {
        update({ stripsAlpha2: currentTarget.checked });
      }}
    />
  );
}

export function BackgroundForm(props: BackgroundFormProps) {
  const { views, settings, update, records } = props;
  const { background } = settings;
  const isFitted = views.some(({ dataset }) => records.has(dataset.id));
  return (
    <section>
      <Title order={6}>{words.title}</Title>
      <Stack gap={6}>
        <Select
          size="xs"
          aria-label={words.title}
          allowDeselect={false}
          data={KINDS.map((value) => ({
            value,
            label: words.kinds[value],
            disabled: value === 'fit' && !isFitted,
          }))}
          value={background}
          onChange={(kind) => {
            if (kind !== null) update({ background: kind });
          }}
        />
        {background in NUMBERS && <MethodNumber {...props} kind={background as keyof typeof NUMBERS} />}
        {background === 'points' && <PointsField {...props} />}
        {background !== 'none' && <UseForm {...props} />}
        <StripField {...props} />
      </Stack>
    </section>
  );
}
