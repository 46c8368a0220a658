import { inspectionOf, type Inspection } from '#core/export/inspection.ts';
import { importPath, type PathOptions, type PathRequest } from '#jobs/importPath.ts';

/** What a file holds, without its columns: the document of `inspect`. */
export async function inspectPath(request: PathRequest, options: PathOptions = {}): Promise<Inspection> {
  return inspectionOf(await importPath(request, options));
}
