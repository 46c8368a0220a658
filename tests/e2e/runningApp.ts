/** The application as a test sees it, whatever host it runs in. */
import type { Page } from '@playwright/test';

export interface LaunchOptions {
  /** Folder that keeps what the user's profile would; a fresh one when missing. */
  readonly profile?: string;
  /** Files on the command line; the browser build has none. */
  readonly files?: readonly string[];
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface RunningApp {
  readonly host: 'web' | 'electron';
  readonly page: Page;
  readonly profile: string;
  /** Does what opens the file dialog (such as a click) and answers it with these paths. */
  pickFiles(paths: readonly string[], open: () => Promise<void>): Promise<void>;
  /** Drops these files on an element, given by a CSS selector. */
  dropFiles(paths: readonly string[], selector: string): Promise<void>;
  /** Does what saves a file and gives the file. */
  savedFile(save: () => Promise<void>): Promise<SavedFile>;
  /** What was written to the console as an error, uncaught errors included. */
  consoleErrors(): readonly string[];
  /** Every request that wanted to leave the machine. */
  outsideRequests(): readonly string[];
  /** Ends the program as its user would. */
  close(): Promise<void>;
  /** Ends the program without warning it. */
  kill(): Promise<void>;
}
