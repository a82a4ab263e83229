/** Alive on the ground or on paper; what is retired is history. */
export function isLive({ declared }: { readonly declared: { readonly status: string } }): boolean {
  return declared.status !== 'retired'
}
