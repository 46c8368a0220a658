/** The registry of commands, in the order of the help. */
import type { Command } from './command.ts';
import { compare } from './commands/compare.ts';
import { convert } from './commands/convert.ts';
import { cyclingSummary } from './commands/cyclingSummary.ts';
import { eisDrt } from './commands/eisDrt.ts';
import { eisFit } from './commands/eisFit.ts';
import { eisSimulate } from './commands/eisSimulate.ts';
import { eisValidate } from './commands/eisValidate.ts';
import { inspect } from './commands/inspect.ts';
import { layer } from './commands/layer.ts';
import { report } from './commands/report.ts';
import { xrdIdentify } from './commands/xrdIdentify.ts';
import { xrdPattern } from './commands/xrdPattern.ts';

export const COMMANDS: readonly Command[] = [
  inspect,
  convert,
  cyclingSummary,
  eisSimulate,
  eisValidate,
  eisFit,
  eisDrt,
  xrdPattern,
  xrdIdentify,
  layer,
  compare,
  report,
];
