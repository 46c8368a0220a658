export function contentTypeOf(path: string): string | undefined;
/** Throws where index.html has no policy. */
export function contentSecurityPolicy(indexHtml: string): string;
export function fileBelow(root: string, urlPath: string): string | null;
