/** A host's answer to something that it did not do. */
export interface HostFault {
  /** Of HTTP; 0 where the host did not answer, or not as its pages say. */
  readonly status: number
  readonly text: string
  /** How long it wants to be left alone. */
  readonly waitSeconds?: number
}

export function isFault(value: unknown): value is HostFault {
  return typeof value === 'object' && value !== null && 'status' in value && 'text' in value
}
