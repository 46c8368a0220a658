/** `--radiation ID`: the answer to the question which X-rays were used, for every command that reads patterns. */
import type { Radiation } from '#core/xrd/radiation.ts';
import { RADIATION_IDS, radiationOf } from '#core/xrd/radiations.ts';
import { UsageError, type Invocation, type OptionDefinition } from './command.ts';
import { words } from './text/english.ts';

export const RADIATION_OPTION: OptionDefinition = {
  type: 'string',
  value: 'ID',
  description: words.xrdIdentify.radiationOption(),
};

/** The part of a request for a file that the option sets. Throws a UsageError for an unknown radiation. */
export function radiationGiven({ options }: Invocation): { readonly radiation?: Radiation } {
  const { radiation: id } = options;
  if (id === undefined) return {};
  const radiation = radiationOf(String(id));
  if (!radiation) throw new UsageError(words.xrdPattern.unknownRadiation(String(id), RADIATION_IDS));
  return { radiation };
}
