/** How strongly a distribution is smoothed: by a rule, or by hand. */
import { SegmentedControl, Slider } from '@mantine/core';
import type { LambdaRule } from '#core/eis/drtResult.ts';
import { text } from '../../../text/text.ts';
import type { ImpedanceSettings, UpdateSettings } from '../impedanceSettings.ts';
import { valueWords } from '../valueWords.ts';

const words = text.impedanceTests;
const DECADES = { min: -6, max: 0, step: 0.1 } as const;

export interface LambdaChoiceProps {
  readonly settings: ImpedanceSettings;
  readonly update: UpdateSettings;
  /** What the rule gave; null = not known yet. */
  readonly found: number | null;
}

export function LambdaChoice({ settings, update, found }: LambdaChoiceProps) {
  const isByHand = settings.lambdaRule === 'by-hand';
  const lambda = isByHand ? settings.lambda : found;
  return (
    <div className="lambda-choice">
      <span>{words.lambdaRule}</span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={words.lambdaRule}
        data={(Object.keys(words.lambdaRules) as LambdaRule[]).map((value) => ({
          value,
          label: words.lambdaRules[value],
        }))}
        value={settings.lambdaRule}
        onChange={(lambdaRule) => {
          update({ lambdaRule, ...(found === null ? {} : { lambda: found }) });
        }}
      />
      {isByHand && (
        <Slider
          size="sm"
          label={null}
          thumbProps={{ 'aria-label': words.lambda }}
          {...DECADES}
          value={Math.log10(settings.lambda)}
          onChange={(decades) => {
            update({ lambda: Number((10 ** decades).toPrecision(3)) });
          }}
        />
      )}
      {lambda !== null && <small>{words.lambdaIs(valueWords(lambda, 3))}</small>}
    </div>
  );
}
