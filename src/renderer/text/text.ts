/** The interface's words in the language of the window. A second language is a second catalogue of the same type. */
import { english } from './english.ts';

export type Catalogue = typeof english;

export const text: Catalogue = english;
