/** The English catalogue: one file a section, one section a part of the window. */
import { app } from './english/app.ts';
import { changes } from './english/changes.ts';
import { data } from './english/data.ts';
import { storage } from './english/storage.ts';
import { views } from './english/views.ts';

export const english = { app, changes, data, storage, views };
