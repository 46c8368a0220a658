/** Entry of the command line: `amalgam <command> …`. */
import { main } from './main.ts';
import { createNodeTerminal } from './nodeTerminal.ts';

process.exitCode = await main(process.argv.slice(2), createNodeTerminal());
