import type { Spot } from './geometry.ts'

/** A router that fibre can end at, with the ports and ODF ports that are still free. */
export interface Junction {
  readonly router: string
  readonly odf: string
  readonly spot: Spot
  readonly freePorts: string[]
  readonly usedOdfPorts: { count: number }
}

export function junctionOf(router: string, odf: string, spot: Spot, ports: readonly string[]): Junction {
  return { router, odf, spot, freePorts: [...ports], usedOdfPorts: { count: 0 } }
}

export interface Plug {
  readonly router: string
  readonly port: string
  readonly odfPort: string
}

/** The next free port with an ODF port behind it. */
export function plugInto(junction: Junction): Plug {
  const port = junction.freePorts.shift()
  if (port === undefined) throw new Error(`no port left at ${junction.router}`)
  junction.usedOdfPorts.count++
  return { router: junction.router, port, odfPort: `${junction.odf}/${junction.usedOdfPorts.count}` }
}
