import type { Server } from 'node:http';

export function fileOfRequest(root: string, requestPath: string): string | null;
/** Not yet listening. */
export function createStaticServer(folder: string): Server;
/** Resolves to the port; rejects with code EADDRINUSE when it is taken. */
export function listen(server: Server, port: number): Promise<number>;
