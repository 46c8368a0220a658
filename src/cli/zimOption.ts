/** `--zim as-is|negated`: the answer to the question whether a file holds Z'' or −Z'', for every command on spectra. */
import { IMPEDANCE_SIGNS, type ImpedanceSign } from '#core/eis/applyImpedanceSign.ts';
import { UsageError, type Invocation, type OptionDefinition } from './command.ts';
import { words } from './text/english.ts';

export const ZIM_OPTION: OptionDefinition = {
  type: 'string',
  value: IMPEDANCE_SIGNS.join('|'),
  description: words.zim.option(),
};

/** The part of a request for a file that the option sets. Throws a UsageError for any other word. */
export function zimOf({ options }: Invocation): { readonly impedanceSign?: ImpedanceSign } {
  const { zim } = options;
  if (zim === undefined) return {};
  const impedanceSign = IMPEDANCE_SIGNS.find((sign) => sign === zim);
  if (!impedanceSign) throw new UsageError(words.zim.unknown(String(zim)));
  return { impedanceSign };
}
