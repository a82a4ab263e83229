import { common, type Meaning } from './meaning.ts'

type Meanings = Record<string, Meaning>

export const routeEndMeanings = {
  router: ['router di ujung ini', 'the router at this end', 'core-1'],
  port: common.port,
  optic: ['modul optik pada port', 'the optic in the port', 'lr'],
  attenuatorDb: [
    'peredam tetap di depan penerima ujung ini, dB',
    "fixed attenuator in front of this end's receiver, in dB",
    '5',
  ],
} as const satisfies Meanings

export const routeMeanings = {
  route: ['nama rute', 'name of the route', 'ring-1'],
  was: common.was,
  name: ['sebutannya', 'what people call it', 'Ring kota, ruas 1'],
  a: [
    'satu ujung: router dan portnya',
    'one end: the router and its port',
    '{ router: core-1, port: sfp-sfpplus1, optic: lr }',
  ],
  b: [
    'ujung lain: router dan portnya',
    'the other end: the router and its port',
    '{ router: utara, port: sfp-sfpplus1, optic: lr }',
  ],
  speedMbps: ['kecepatan, Mbit/s', 'speed, in Mbit/s', '10000'],
  path: [
    'jalur cahaya, dari port ODF di a ke port ODF di b',
    'the way of the light, from the ODF port at a to the one at b',
    '[odf-pusat/1, c-1/1, odf-utara/1]',
  ],
  patchM: [
    'panjang kabel patch dalam satu gedung, meter; pengganti path',
    'length of a patch cord inside one building, in metres; in place of a path',
    '5',
  ],
  ring: ['ring yang memuatnya', 'the ring that it is part of', 'kota'],
  costFactor: [
    'pengali biaya OSPF yang mengikuti kecepatan',
    'multiplies the OSPF cost that follows from the speed',
    '2',
  ],
  mtu: common.mtu,
  v4: [
    'awalan link yang harus ini; tanpa kunci ini Serat memilih',
    'a link prefix that must be this one; without it Serat chooses',
    '10.37.254.0/31',
  ],
  status: common.status,
  since: ['hari mulai dipakai', 'the day on which it came into use', '2024-01-01'],
  until: ['hari terakhir dipakai', 'the last day on which it is used', '2026-12-31'],
} as const satisfies Meanings
