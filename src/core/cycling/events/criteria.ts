/** The registry of the criteria for a short; each looks at the whole run and answers for every part. */
import { belowFloor } from '#core/cycling/events/belowFloor.ts';
import type { Criterion, CriterionId } from '#core/cycling/events/criterion.ts';
import { interceptFell } from '#core/cycling/events/interceptFell.ts';
import { staysLinear } from '#core/cycling/events/staysLinear.ts';
import { suddenDrop } from '#core/cycling/events/suddenDrop.ts';
import { turnsNoisy } from '#core/cycling/events/turnsNoisy.ts';
import { turnsRectangular } from '#core/cycling/events/turnsRectangular.ts';

export const CRITERIA: readonly { readonly id: CriterionId; readonly holds: Criterion }[] = [
  { id: 'floor', holds: belowFloor },
  { id: 'drop', holds: suddenDrop },
  { id: 'rectangular', holds: turnsRectangular },
  { id: 'linear', holds: staysLinear },
  { id: 'impedance', holds: interceptFell },
  { id: 'noise', holds: turnsNoisy },
];
