/** A sparkline: the value of every cell as a dot, a lane a group, on an axis that all groups of the row share. */
import type { MetricComparison } from '#core/compare/comparison.ts';
import type { Group } from '#core/project/study.ts';
import { screenColour } from '../../components/screenColour.ts';
import { cellDots, type CellDot } from './cellDotPlaces.ts';
import { eachCellWords } from './metricsTable.ts';

const WIDTH = 120;
const LANE = 9;
const MARGIN = 4;
const RADIUS = 2.6;

export interface CellDotsProps {
  readonly metric: MetricComparison;
  readonly groups: readonly Group[];
}

interface DotProps {
  readonly dot: CellDot;
  readonly x: number;
  readonly y: number;
}

/** A cross where the test ended first, as in the figures. */
function Dot({ dot, x, y }: DotProps) {
  if (!dot.isBound) return <circle cx={x} cy={y} r={RADIUS} fillOpacity={0.8} />;
  const path = `M${x - RADIUS} ${y - RADIUS}l${2 * RADIUS} ${2 * RADIUS}m0 ${-2 * RADIUS}l${-2 * RADIUS} ${2 * RADIUS}`;
  return <path d={path} stroke="currentColor" strokeWidth={1.4} />;
}

export function CellDots({ metric, groups }: CellDotsProps) {
  const lanes = cellDots(metric, groups);
  const height = LANE * lanes.length + 2;
  const label = eachCellWords(metric);
  return (
    <svg width={WIDTH} height={height} role="img" aria-label={label}>
      <title>{label}</title>
      {lanes.map(({ group, dots }, lane) => {
        const middle = 1 + LANE * (lane + 0.5);
        return (
          <g key={group.id} style={{ fill: screenColour(group.colour), color: screenColour(group.colour) }}>
            <line x1={MARGIN} x2={WIDTH - MARGIN} y1={middle} y2={middle} stroke="var(--line)" />
            {dots.map((dot) => (
              <Dot key={dot.cell} dot={dot} x={MARGIN + dot.place * (WIDTH - 2 * MARGIN)} y={middle} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}
