/** True when out/ is younger than everything it is made from. */
export function isBuilt(root: string): boolean;
/** False when the build failed; its output has been shown. */
export function buildApp(root: string): boolean;
