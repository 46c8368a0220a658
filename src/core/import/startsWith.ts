/** True if the bytes begin with the Latin-1 text: how signatures of file types are written down. */
export function startsWith(bytes: Uint8Array, latin1: string): boolean {
  for (let i = 0; i < latin1.length; i++) if (bytes[i] !== latin1.charCodeAt(i)) return false;
  return true;
}
