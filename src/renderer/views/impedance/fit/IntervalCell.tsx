/** The 95 % interval of a parameter: the linearised one, those that were asked for, and where to ask. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { IntervalMethod } from '#core/eis/fitIntervals.ts';
import type { ParameterEstimate } from '#core/eis/fitResult.ts';
import type { ParameterInterval } from '#core/eis/parameterInterval.ts';
import { text } from '../../../text/text.ts';
import { significantDigits, valueWords } from '../valueWords.ts';
import { intervalWords } from './intervalWords.ts';
import type { Intervals } from './useIntervals.ts';

const words = text.impedanceFit.intervals;
const METHODS: readonly IntervalMethod[] = ['profile', 'bootstrap'];

export interface IntervalCellProps {
  readonly estimate: ParameterEstimate;
  /** Null = the fit is of another circuit. */
  readonly intervals: Intervals | null;
}

function IntervalMenu({
  estimate,
  ask,
}: Pick<IntervalCellProps, 'estimate'> & { readonly ask: NonNullable<Intervals['ask']> }) {
  const { name, verdict } = estimate;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={20} aria-label={words.menuOf(name)}>
          <IconDots size={14} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {METHODS.map((method) => {
          const isRefused = method === 'bootstrap' && verdict !== 'determined';
          return (
            <Menu.Item
              key={method}
              disabled={isRefused}
              title={isRefused ? words.onlyDetermined : words.hints[method]}
              onClick={() => {
                ask(name, method);
              }}
            >
              {words.methods[method]}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function Asked({ interval }: { readonly interval: ParameterInterval }) {
  const { method, failedRefits, refits } = interval;
  return (
    <small title={words.refits(refits, failedRefits)}>
      {words.short[method]}: {intervalWords(interval)}
      {failedRefits > 0 && `, ${words.refits(refits, failedRefits)}`}
    </small>
  );
}

export function IntervalCell({ estimate, intervals }: IntervalCellProps) {
  const { name, value, standardError, lower95, upper95, fixed } = estimate;
  const places = significantDigits(value, standardError);
  return (
    <td data-number className="parameter-interval">
      {lower95 !== null &&
        upper95 !== null &&
        `${valueWords(lower95, places)} … ${valueWords(upper95, places)}`}
      {!fixed && intervals?.ask && <IntervalMenu estimate={estimate} ask={intervals.ask} />}
      {intervals?.of(name).map((interval) => (
        <Asked key={interval.method} interval={interval} />
      ))}
    </td>
  );
}
