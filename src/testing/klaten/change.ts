import { parseDocument } from 'yaml'
import type { Place } from '../../source/source.ts'
import { edited, everywhere, textOf, withText, type Files } from './inventory.ts'
import { otherPorts } from './ports.ts'
import { renamed, renamedCore, renamedZone } from './rename.ts'
import { withScalar, type Scalar } from './scalar.ts'

/**
 * One way to change a scalar within its type: a name for the tally, and the files afterwards, the first without an
 * error counts.
 */
export interface Change {
  readonly strategy: string
  readonly tries: Iterable<Files>
}

export const ledgerFile = 'allocations.lock.yaml'

/**
 * How an engineer would give this one scalar another valid value. What the value drags along, since it would be an
 * error alone, is part of the change and said by the strategy's name: references of an id, allocations of a pool, the
 * other end of a swap.
 */
export function changeOf(files: Files, place: Place, scalar: Scalar): Change {
  const path = place.source.path
  const last = String(place.path.at(-1))
  const set = (value: string): Files => withText(files, path, withScalar(place, scalar, value))
  if (path === ledgerFile)
    return { strategy: 'ledger entry to the next free place', tries: ledgerTries(files, place, scalar) }
  if (place.key === true && place.path[0] === 'zones')
    return {
      strategy: 'zone renamed wherever it is named',
      tries: [renamedZone(files, scalar.text, `${scalar.text}x`)],
    }
  if (place.key === true)
    return { strategy: 'core renamed, with was', tries: [renamedCore(files, scalar.text, `${scalar.text}x`)] }
  if (last === 'site' || last === 'route' || last === 'circuit' || last === 'uplink') {
    return { strategy: `${last} renamed, with was`, tries: [renamed(files, last, scalar.text, `${scalar.text}x`)] }
  }
  if (last === 'zone')
    return {
      strategy: 'zone renamed wherever it is named',
      tries: [renamedZone(files, scalar.text, `${scalar.text}x`)],
    }
  if (path === 'network.yaml' && place.path[0] === 'zones' && (last === 'v4' || last === 'v6')) {
    return { strategy: 'zone pool moved, allocations in it released', tries: poolTries(files, place, scalar) }
  }
  if (place.path.join('.').startsWith('addressing.loopback'))
    return {
      strategy: 'loopback pool moved, loopbacks released',
      tries: [
        {
          ...set(last === 'v4' ? '10.34.0.0/20' : '0009/64'),
          ledger: last === 'v4' ? files.ledger.replace(/^router\/.*\/loopback: .*\n/gm, '') : files.ledger,
        },
      ],
    }
  if (last === 'port' || last === 'trunk')
    return { strategy: 'port to a free one, if need be of a larger model', tries: otherPorts(files, place, scalar) }
  if (last === 'model')
    return {
      strategy: 'another model with the ports in use, else a trunk named beside it',
      tries: [
        ...models.filter(name => name !== scalar.text).map(set),
        ...(scalar.text.startsWith('CCR') ? ['ether12'] : ['eno3', 'eno2', 'eno5', 'eno6']).map(trunk =>
          set(`${scalar.text}\n  trunk: ${trunk}`),
        ),
      ],
    }
  if (last === 'gateway') return { strategy: 'gateway, in a longer subnet', tries: gatewayTries(files, place, scalar) }
  if (last === 'speedMbps')
    return { strategy: 'speed, with optics of that speed at both ends', tries: speedTries(files, place, scalar) }
  if (place.path.includes('reaches'))
    return {
      strategy: 'another zone reached, else none',
      tries: [
        ...zoneNames(files)
          .filter(name => name !== scalar.text)
          .map(set),
        set(''),
      ],
    }
  if (place.path.includes('desks'))
    return {
      strategy: 'desk of another segment',
      tries: ['servers', 'management', 'voice'].filter(name => name !== scalar.text).map(set),
    }
  if (last === 'bandwidthMbps')
    return {
      strategy: 'bandwidth, with the annex of its contracts',
      tries: [annexed(set, place, Number(scalar.text))],
    }
  if (last === 'timeZone') return { strategy: 'another time zone', tries: [set('Asia/Makassar')] }
  if (last === 'role')
    return { strategy: 'primary or backup', tries: [set(scalar.text === 'primary' ? 'backup' : 'primary')] }
  if (place.path.includes('segments') && /^\d+$/.test(scalar.text) && last !== 'vlan' && last !== 'priority')
    return {
      strategy: 'hosts across a step of size, their allocation released',
      tries: hostTries(files, place, set, Number(scalar.text)),
    }
  return { strategy: kindOf(scalar.text), tries: [...valuesNear(scalar.text)].map(set) }
}

/**
 * A port is shut because the model has it and nothing uses it; most other models have one of that name too, so a use is
 * declared beside the model: as the trunk of a site, or for the technician at a core, which has no trunk.
 */
export function portInUse(files: Files, { source, path }: Place, port: string): Change {
  const document = parseDocument(textOf(files, source.path))
  const key = path[0] === 'cores' ? 'local_port' : 'trunk'
  document.setIn([...path.slice(0, -1), key], port)
  return { strategy: `the port used as ${key}`, tries: [withText(files, source.path, document.toString())] }
}

const models = ['CCR2116-12G-4S+', 'CCR2004-16G-2S+PC', 'RB5009UG+S+IN', 'L009UiGS-RM', 'RB760iGS']

function kindOf(text: string): string {
  if (/^\d+$/.test(text)) return 'number'
  if (/^\d+(\.\d+){3}/.test(text)) return text.includes('/') ? 'IPv4 prefix' : 'IPv4 address'
  if (/^[0-9a-f]*:[0-9a-f:]+/.test(text)) return 'IPv6 address or prefix'
  return 'text or name'
}

/** Other values of the same form, the nearest first. */
function* valuesNear(text: string): Iterable<string> {
  const kind = kindOf(text)
  if (kind === 'number') yield* [1, -1, 2, 10, -10].map(by => String(Number(text) + by))
  else if (kind === 'IPv4 address') yield* nextAddresses(text)
  else if (kind === 'IPv4 prefix') yield* prefixesNear(text)
  else if (kind === 'IPv6 address or prefix')
    yield* ['9', '1009', '1'].map(end =>
      text.includes('::/') ? text.replace(/[0-9a-f]+::\//, `${end}::/`) : text.replace(/::[0-9a-f]*/, `::${end}`),
    )
  else if (text.includes('@')) yield `x${text}`
  else yield* [`${text}x`, `${text} X`]
}

function* nextAddresses(text: string): Iterable<string> {
  for (let by = 1; by <= 40; by++) yield dotted(numberOf(text) + by)
}

/**
 * Blocks of the same length first; then the next address in a larger subnet, where the prefix is that of an interface.
 */
function* prefixesNear(text: string): Iterable<string> {
  const [address = '', length = '32'] = text.split('/')
  const size = 2 ** (32 - Number(length))
  if (numberOf(address) % size === 0) {
    for (const by of [1, -1, 2, 3]) yield `${dotted(numberOf(address) + by * size)}/${length}`
    yield `${address}/${Number(length) - 1}`
    yield `${address}/${Number(length) + 1}`
    return
  }
  for (let by = 1; by <= 5; by++) yield `${dotted(numberOf(address) + by)}/${Number(length) - (by > 3 ? 2 : 1)}`
}

/**
 * A prefix moves by its own size, a number by one, within its pool; what is taken or outside is an error and passed
 * over.
 */
function* ledgerTries(files: Files, place: Place, { text }: Scalar): Iterable<Files> {
  const key = String(place.path[0])
  for (const value of ledgerValues(key, text))
    yield { ...files, ledger: files.ledger.replace(`${key}: ${text}\n`, `${key}: ${value}\n`) }
}

function* ledgerValues(key: string, text: string): Iterable<string> {
  const steps = [1, -1, 2, -2, 3, -3, 5, -5, 9, -9, 17, -17]
  if (key.endsWith('/v6')) yield* steps.map(by => `0x${(parseInt(text, 16) + by).toString(16).padStart(4, '0')}`)
  else if (!text.includes('.')) yield* steps.map(by => String(Number(text) + by))
  else {
    const [address = '', length] = text.split('/')
    const size = length === undefined ? 1 : 2 ** (32 - Number(length))
    yield* steps.map(by => dotted(numberOf(address) + by * size) + (length === undefined ? '' : `/${length}`))
  }
}

/** Halves the pool where everything in it still fits; else takes unused space and releases what lay in the old one. */
function* poolTries(files: Files, place: Place, scalar: Scalar): Iterable<Files> {
  const set = (value: string): Files => withText(files, place.source.path, withScalar(place, scalar, value))
  const [base = '', length = '0'] = scalar.text.split('/')
  yield set(`${base}/${Number(length) + 1}`)
  const family = String(place.path.at(-1))
  const free = family === 'v4' ? [`10.48.0.0/${length}`, `10.34.0.0/${length}`] : [`c000/${length}`]
  const segments = segmentsOfZone(files, String(place.path[1]))
  for (const value of free) yield { ...set(value), ledger: released(files.ledger, segments, family) }
}

function segmentsOfZone(files: Files, zone: string): string[] {
  return [...textOf(files, 'network.yaml').matchAll(/^ {2}([a-z]+): \{ name: .*?zone: ([a-z]+)/gm)]
    .filter(([, , of]) => of === zone)
    .map(([, segment]) => segment as string)
}

function released(ledger: string, segments: readonly string[], family: string): string {
  return ledger
    .split('\n')
    .filter(
      line => !segments.some(segment => new RegExp(`^segment/[^/]+/${segment}(-[a-z0-9-]+)?/${family}:`).test(line)),
    )
    .join('\n')
}

/** Twice or four times the hosts need a larger prefix: the site's own is given back, and another found. */
function hostTries(files: Files, { source, path }: Place, set: (value: string) => Files, hosts: number): Files[] {
  const site = /^opd\/(.*)\.yaml$/.exec(source.path)?.[1] ?? ''
  const segment = String(path[1])
  const ledger = files.ledger
    .split('\n')
    .filter(line => !line.startsWith(`segment/${site}/${segment}`) || !/\/v4: /.test(line))
    .join('\n')
  return [2, 4].map(times => ({ ...set(String(hosts * times)), ledger }))
}

function zoneNames(files: Files): string[] {
  return [...textOf(files, 'network.yaml').matchAll(/^ {2}([a-z]+):\n {4}name:/gm)].map(([, zone]) => zone as string)
}

function gatewayTries(files: Files, place: Place, scalar: Scalar): Files[] {
  const moved = withScalar(place, scalar, dotted(numberOf(scalar.text) + 2))
  return [
    withText(
      files,
      place.source.path,
      moved.replace(
        new RegExp(`(\\d+)/30(?=, gateway: ${dotted(numberOf(scalar.text) + 2).replaceAll('.', '\\.')}(?!\\d))`),
        '$1/29',
      ),
    ),
  ]
}

function speedTries(files: Files, place: Place, scalar: Scalar): Files[] {
  const route = Number(place.path[0])
  const [speed, optics] =
    scalar.text === '10000' ? (['1000', ['lx10', 'lx10']] as const) : (['10000', ['lr', 'lr']] as const)
  return [
    edited(files, place.source.path, text =>
      text
        .split(/(?=^- route:)/m)
        .map((block, i, all) => {
          if (i - (all[0]?.startsWith('- route:') === true ? 0 : 1) !== route) return block
          let end = 0
          return block
            .replace(`speed_mbps: ${scalar.text}`, `speed_mbps: ${speed}`)
            .replace(/optic: [a-z0-9-]+/g, () => `optic: ${optics[end++] ?? optics[1]}`)
        })
        .join(''),
    ),
  ]
}

/**
 * 10 Mbit/s more: the contracts that pay for a circuit say in their annex how much they buy, in all and line by line.
 */
function annexed(set: (value: string) => Files, { source, path }: Place, before: number): Files {
  const bought = parseDocument(source.text).toJS() as {
    readonly circuit: string
    readonly contract: string | readonly string[]
  }[]
  const { circuit, contract } = bought[Number(path[0])] ?? { circuit: '', contract: [] }
  const priced = new RegExp(`(\\{ circuit: ${circuit},.* bandwidth_mbps: )${before}\\b`, 'g')
  const since = path.includes('changes') ? 'addenda:' : 'contract:'
  return everywhere(set(String(before + 10)), (text, file) =>
    file.startsWith('providers/')
      ? [contract]
          .flat()
          .reduce((result, id) => grown(result, id, since), text)
          .replace(priced, `$1${before + 10}`)
      : text,
  )
}

/**
 * Annexes of a contract and of its addenda, each larger; where a later term grew, those of the addenda alone if there
 * are any.
 */
function grown(text: string, contract: string, since: string): string {
  return text.replace(new RegExp(`contract: ${contract}\\n(?:(?!- contract:)[^])*`), own => {
    const start = Math.max(0, own.indexOf(since))
    const larger = own
      .slice(start)
      .replace(/(annex: .*bandwidth_mbps: )(\d+)/g, (_, head: string, mbps: string) => head + String(Number(mbps) + 10))
    return own.slice(0, start) + larger
  })
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function dotted(value: number): string {
  return [24, 16, 8, 0].map(by => Math.floor(value / 2 ** by) % 256).join('.')
}
