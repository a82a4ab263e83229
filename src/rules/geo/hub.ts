import type { Network } from '../../model/network.ts'
import type { Point } from '../../model/scalars.ts'

export function hubPoint({ hub }: Network): Point {
  const { lon, lat } = hub.declared.location
  return [lon, lat]
}
