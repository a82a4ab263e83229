import type { OpticDeclaration } from './type-file.ts'

/** Centres of the CWDM channels that pluggables are sold for (ITU-T G.694.2), in nm. */
const channelsNm = [1471, 1491, 1511, 1531, 1551, 1571, 1591, 1611] as const

const duplex = channelsNm.map(
  (nm): OpticDeclaration => ({
    optic: `cwdm-${nm}`,
    speedMbps: 1000,
    strands: 2,
    transmitNm: nm,
    receiveNm: nm,
    transmitDbm: { min: 0, max: 5 },
    receiveDbm: { sensitivity: -28, overload: -7 },
    budgetDb: 28,
    penaltyDb: 2,
    reachKm: 80,
    mate: `cwdm-${nm}`,
    source: 'CWDM SFP data sheets (1 Gbit/s, 80 km class); from knowledge',
    verified: false,
  }),
)

/** One strand, a channel for each direction: pairs of neighbours on the grid. */
const bidirectional = [0, 2, 4, 6].flatMap((first): OpticDeclaration[] => {
  const [low = 0, high = 0] = channelsNm.slice(first, first + 2)
  return [
    [low, high],
    [high, low],
  ].map(
    ([transmitNm = 0, receiveNm = 0]): OpticDeclaration => ({
      optic: `cwdm-bidi-${transmitNm}-${receiveNm}`,
      speedMbps: 1000,
      strands: 1,
      transmitNm,
      receiveNm,
      transmitDbm: { min: -2, max: 3 },
      receiveDbm: { sensitivity: -26, overload: -8 },
      budgetDb: 24,
      penaltyDb: 2,
      reachKm: 80,
      mate: `cwdm-bidi-${receiveNm}-${transmitNm}`,
      source: 'CWDM bidirectional SFP data sheets (1 Gbit/s, 80 km class); from knowledge',
      verified: false,
    }),
  )
})

export const channelOptics: readonly OpticDeclaration[] = [...duplex, ...bidirectional]
