/**
 * Writes reflectometer files for tests, and shares no code with the reader: fields as pyOTDR's descriptions of both
 * formats list them. The sum is made by a table, the bytes by Node's Buffer.
 */
export interface WrittenEvent {
  /** Tenths of a nanosecond, one way. */
  readonly ticks: number
  readonly loss: number
  readonly reflectance?: number
  readonly code?: string
  readonly comment?: string
}

export interface Written {
  readonly format: 1 | 2
  readonly supplier?: string
  readonly cable?: string
  readonly fiber?: string
  readonly locations?: readonly [string, string]
  readonly operator?: string
  readonly seconds?: number
  /** As it stands in the file: tenths of a nanometre, or whole ones. */
  readonly wavelength?: number
  readonly index?: number
  readonly pulseWidths?: readonly number[]
  readonly type?: string
  readonly events: readonly WrittenEvent[]
  readonly points?: number
  readonly more?: readonly (readonly [string, Buffer])[]
  readonly without?: readonly string[]
  /** What stands where the sum belongs. */
  readonly sum?: number
  /** What the sum begins with; all ones unless said. */
  readonly sumBegins?: number
  readonly unit?: string
  /** Of the first event: some instruments begin with 2. */
  readonly firstEvent?: number
  readonly userOffset?: number
  readonly acquisitionOffset?: number
  /** Order of the blocks, by name; as they come unless said. */
  readonly order?: readonly string[]
}

const u16 = (value: number): Buffer => Buffer.from([value & 255, (value >> 8) & 255])
const i32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32LE(value | 0)
  return bytes
}
const text = (value: string): Buffer => Buffer.from(`${value}\0`, 'latin1')

const table = Array.from({ length: 256 }, (_, n) => {
  let value = n << 8
  for (let i = 0; i < 8; i++) value = (value << 1) ^ (value >= 0x8000 ? 0x11021 : 0)
  return value
})

function sumOf(bytes: Buffer, begins: number): number {
  return bytes.reduce((sum, byte) => ((sum << 8) & 0xffff) ^ (table[((sum >> 8) ^ byte) & 255] ?? 0), begins)
}

export function sorFile(made: Written): Buffer {
  const second = made.format === 2
  const widths = made.pulseWidths ?? [100]
  const [a, b] = made.locations ?? [' ', ' ']
  const points = made.points ?? 50
  const parts: [string, Buffer][] = [
    [
      'GenParams',
      Buffer.concat([
        Buffer.from('EN'),
        text(made.cable ?? ' '),
        text(made.fiber ?? ' '),
        ...(second ? [u16(652)] : []),
        u16(Math.round((made.wavelength ?? 15_500) / ((made.wavelength ?? 15_500) > 5000 ? 10 : 1))),
        text(a),
        text(b),
        text(' '),
        Buffer.from('BC'),
        i32(made.userOffset ?? 0),
        ...(second ? [i32(0)] : []),
        text(made.operator ?? ' '),
        text(' '),
      ]),
    ],
    ['SupParams', Buffer.concat([made.supplier ?? 'Rekaan', 'UJI-1', '0001', 'SM 1550', '0002', '1.0', ' '].map(text))],
    [
      'FxdParams',
      Buffer.concat([
        i32(made.seconds ?? 1_793_000_000),
        Buffer.from(made.unit ?? 'mt'),
        u16(made.wavelength ?? 15_500),
        i32(made.acquisitionOffset ?? 0),
        ...(second ? [i32(0)] : []),
        u16(widths.length),
        ...widths.map(u16),
        ...widths.map(() => i32(5000)),
        ...widths.map((_, i) => i32(i === 0 ? points : 0)),
        i32(Math.round((made.index ?? 1.4682) * 100_000)),
        u16(800),
        i32(1000),
        ...(second ? [u16(150)] : []),
        i32(20_000),
        ...(second ? [i32(0)] : []),
        i32(0),
        u16(1000),
        u16(1000),
        u16(0),
        u16(20),
        u16(40_000),
        u16(3000),
        ...(second ? [Buffer.from(made.type ?? 'ST'), i32(0), i32(0), i32(0), i32(0)] : []),
      ]),
    ],
    [
      'DataPts',
      Buffer.concat([i32(points), u16(1), i32(points), u16(1000), ...Array.from({ length: points }, (_, i) => u16(i))]),
    ],
    [
      'KeyEvents',
      Buffer.concat([
        u16(made.events.length),
        ...made.events.flatMap(({ ticks, loss, reflectance = 0, code = '0F9999LS', comment = ' ' }, i) => [
          u16(i + (made.firstEvent ?? 1)),
          i32(ticks),
          u16(200),
          u16(Math.round(loss * 1000) & 0xffff),
          i32(Math.round(reflectance * 1000)),
          Buffer.from(code, 'latin1'),
          ...(second ? [i32(0), i32(0), i32(0), i32(0), i32(0)] : []),
          text(comment),
        ]),
        i32(2500),
        i32(0),
        i32(made.events.at(-1)?.ticks ?? 0),
        u16(30_000),
        i32(0),
        i32(made.events.at(-1)?.ticks ?? 0),
      ]),
    ],
    ...(made.more ?? []).map(([name, bytes]): [string, Buffer] => [name, bytes]),
  ]
  const rank = (name: string): number => made.order?.indexOf(name) ?? 0
  const kept = parts
    .filter(([name]) => made.without?.includes(name) !== true)
    .sort(([one], [other]) => rank(one) - rank(other))
  const named = (name: string, bytes: Buffer): Buffer => (second ? Buffer.concat([text(name), bytes]) : bytes)
  const blocks = kept.map(([name, bytes]) => [name, named(name, bytes)] as const)
  const entries = [
    ...blocks.map(([name, bytes]) => Buffer.concat([text(name), u16(second ? 200 : 100), i32(bytes.length)])),
    Buffer.concat([text('Cksum'), u16(second ? 200 : 100), i32(second ? 8 : 2)]),
  ]
  const listed = Buffer.concat(entries)
  const head = Buffer.concat([...(second ? [text('Map')] : []), u16(second ? 200 : 100)])
  const map = Buffer.concat([head, i32(head.length + 6 + listed.length), u16(entries.length + 1), listed])
  const body = Buffer.concat([map, ...blocks.map(([, bytes]) => bytes), ...(second ? [text('Cksum')] : [])])
  return Buffer.concat([body, u16(made.sum ?? sumOf(body, made.sumBegins ?? 0xffff))])
}
