import type { Cable, Span } from '../model/network.ts'
import type { DarkFibreDeclaration } from '../model/plant-file.ts'
import type { Entry } from './plant-entries.ts'

/** The unknown inside of a rented fibre, drawn straight from point to point and as long as it was measured. */
export function insideOf({ id, origin, declared }: Entry<DarkFibreDeclaration>): Entry<Span['declared']> {
  const { from, to, lengthM, permit, owner, status, built, retired } = declared
  return { id, origin, declared: { id, kind: 'rented', from, to, lengthM, permit, owner, status, built, retired } }
}

/** A cable whose glass is as long, and loses as much, as was measured from handover point to handover point. */
export function rentedCable(
  { id, origin, declared }: Entry<DarkFibreDeclaration>,
  spans: ReadonlyMap<string, Span>,
): Cable | undefined {
  const span = spans.get(id)
  if (span === undefined) return undefined
  const { owner, cores, lengthM, lossDb, status, built, retired, was } = declared
  const type = {
    id,
    name: `serat sewa ${owner}`,
    cores,
    coresPerTube: Math.min(cores, 12),
    colours: 'tia598' as const,
    helixPercent: 0,
    installationPercent: 0,
    lossDbPerKm: { nm1310: (lossDb.nm1310 / lengthM) * 1000, nm1550: (lossDb.nm1550 / lengthM) * 1000 },
    lossMeasured: true,
  }
  return {
    kind: 'cable',
    id,
    origin,
    declared: {
      id,
      type: id,
      spans: [id],
      from: declared.from,
      tailsM: { start: 0, end: 0 },
      cores: [],
      repairs: [],
      status,
      built,
      retired,
      was,
    },
    type: { kind: 'cabletype', id, origin, declared: type },
    spans: [span],
    repairs: [],
    rented: declared,
  }
}
