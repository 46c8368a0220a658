/** One parameter: start value with its slider, limits and lock, and what the fit says of it. */
import { Checkbox, Slider, TextInput } from '@mantine/core';
import type { ParameterSetting } from '#core/eis/circuit.ts';
import type { CircuitParameter } from '#core/eis/circuitModel.ts';
import type { ParameterEstimate } from '#core/eis/fitResult.ts';
import { text } from '../../../text/text.ts';
import { unitText } from '../../../text/unitText.ts';
import { IntervalCell } from './IntervalCell.tsx';
import type { Intervals } from './useIntervals.ts';
import { significantDigits, valueWords } from '../valueWords.ts';

const words = text.impedanceFit;
/** Decades to either side of the value that a slider reaches. */
const REACH = 2;
const STEPS = 400;

export interface ParameterRowProps {
  readonly parameter: CircuitParameter;
  readonly setting: ParameterSetting;
  readonly estimate: ParameterEstimate | null;
  readonly intervals: Intervals | null;
  readonly onChange: (patch: Partial<ParameterSetting>) => void;
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly to: (value: number) => number;
  readonly from: (position: number) => number;
}

/** Logarithms of sizes, exponents as they are; the ends follow the fitted or the ordinary value, not the slider. */
function scaleOf(parameter: CircuitParameter, setting: ParameterSetting, centre: number): Scale {
  const lower = Math.max(parameter.lower, setting.lower ?? -Infinity);
  const upper = Math.min(parameter.upper, setting.upper ?? Infinity);
  if (parameter.scale !== 'log') return { min: lower, max: upper, to: (v) => v, from: (p) => p };
  const [low, high] = [Math.log10(lower), Math.log10(upper)];
  const middle = Math.log10(centre);
  return {
    min: Math.max(low, middle - REACH),
    max: Math.min(high, middle + REACH),
    to: Math.log10,
    from: (position) => Number((10 ** position).toPrecision(4)),
  };
}

function StartSlider({ parameter, setting, estimate, onChange }: ParameterRowProps) {
  const value = setting.value ?? parameter.typical;
  const scale = scaleOf(parameter, setting, estimate?.value ?? parameter.typical);
  return (
    <Slider
      size="sm"
      label={null}
      thumbProps={{ 'aria-label': words.sliderOf(parameter.name) }}
      min={Math.min(scale.min, scale.to(value))}
      max={Math.max(scale.max, scale.to(value))}
      step={(scale.max - scale.min) / STEPS}
      value={scale.to(value)}
      disabled={setting.fixed}
      onChange={(position) => {
        onChange({ value: scale.from(position) });
      }}
    />
  );
}

interface NumberCellProps {
  readonly label: string;
  readonly value: number | null;
  readonly placeholder: string;
  readonly onCommit: (value: number | null) => void;
}

/** Takes `1e-5` as people write it; stores when the field is left or Enter is pressed. */
function NumberCell({ label, value, placeholder, onCommit }: NumberCellProps) {
  const shown = value === null ? '' : String(Number(value.toPrecision(6)));
  return (
    <TextInput
      key={shown}
      size="xs"
      variant="unstyled"
      aria-label={label}
      placeholder={placeholder}
      defaultValue={shown}
      className="parameter-input"
      onBlur={({ currentTarget }) => {
        const typed = currentTarget.value.trim();
        const next = typed === '' ? null : Number(typed);
        if (typed !== shown && (next === null || Number.isFinite(next))) onCommit(next);
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
      }}
    />
  );
}

function EstimateCells({ estimate, intervals }: Pick<ParameterRowProps, 'estimate' | 'intervals'>) {
  if (!estimate) return <td colSpan={4} />;
  const { value, standardError, verdict, reason, fixed } = estimate;
  const places = significantDigits(value, standardError);
  return (
    <>
      <td data-number>{valueWords(value, places)}</td>
      <td data-number>{standardError === null ? '' : valueWords(standardError, 2)}</td>
      <IntervalCell estimate={estimate} intervals={intervals} />
      <td data-verdict={fixed ? 'locked' : verdict}>
        {fixed ? words.locked : words.verdicts[verdict]}
        {reason !== '' && <small> {reason}</small>}
      </td>
    </>
  );
}

export function ParameterRow(props: ParameterRowProps) {
  const { parameter, setting, onChange } = props;
  const { name, unit, description } = parameter;
  return (
    <tr>
      <th scope="row" title={description}>
        {name} <small>{unitText(unit)}</small>
      </th>
      <EstimateCells estimate={props.estimate} intervals={props.intervals} />
      <td>
        <div className="parameter-start">
          <NumberCell
            label={words.startOf(name)}
            value={setting.value}
            placeholder={valueWords(parameter.typical, 3)}
            onCommit={(value) => {
              onChange({ value });
            }}
          />
          <StartSlider {...props} />
        </div>
      </td>
      <td>
        <Checkbox
          size="xs"
          aria-label={words.lockOf(name)}
          checked={setting.fixed}
          onChange={({ currentTarget }) => {
            onChange({ fixed: currentTarget.checked, value: setting.value ?? parameter.typical });
          }}
        />
      </td>
      {(['lower', 'upper'] as const).map((side) => (
        <td key={side}>
          <NumberCell
            label={side === 'lower' ? words.lowerOf(name) : words.upperOf(name)}
            value={setting[side]}
            placeholder={valueWords(parameter[side], 3)}
            onCommit={(value) => {
              onChange({ [side]: value });
            }}
          />
        </td>
      ))}
    </tr>
  );
}
