/** Path of Electron's program, null where it has not been downloaded. */
export function installedElectron(root: string): string | null;
export function findElectron(root: string): Promise<{ readonly path: string } | { readonly reason: string }>;
/** Why Electron could not run here even if it were installed; null when nothing is in its way. */
export function hindrance(): string | null;
