export const BROWSER_VARIABLE: string;
export function findBrowser(): { readonly path: string; readonly origin: string } | null;
export function browserVersion(path: string): string;
