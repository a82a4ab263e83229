/** Brings what an older Node lacks of the language; a newer one loads nothing. */
export async function fillIn(): Promise<void> {
  if (!('withResolvers' in Promise) || !('union' in Set.prototype)) await import('./node-20.ts')
}
