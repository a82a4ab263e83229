import { expect, test } from 'vitest'
import { fibText, fibV4, fibV6 } from './fib.ts'

test("reads the kernel's IPv4 table: a default, a host route, a /31 and a route to nowhere", () => {
  const fib = fibV4(
    [
      'Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT',
      'eno1\t00000000\t0100000A\t0003\t0\t0\t20\t00000000\t0\t0\t0',
      'eno2\t0E00200A\t0100000A\t0007\t0\t0\t20\tFFFFFFFF\t0\t0\t0',
      'eno2\t0200000A\t00000000\t0001\t0\t0\t0\tFEFFFFFF\t0\t0\t0',
      '*\t0000200A\t00000000\t0201\t0\t0\t20\t0000E0FF\t0\t0\t0',
    ].join('\n'),
  )
  expect(Object.fromEntries(fib)).toEqual({
    '0.0.0.0/0': ['eno1'],
    '10.32.0.14/32': ['eno2'],
    '10.0.0.2/31': ['eno2'],
    '10.32.0.0/11': ['drop'],
  })
})

test("reads the kernel's IPv6 table, without what is the kernel's own", () => {
  const line = (prefix: string, length: string, metric: string, flags: string, name: string): string =>
    `${prefix} ${length} ${'0'.repeat(32)} 00 ${'0'.repeat(32)} ${metric} 00000001 00000000 ${flags} ${name.padStart(8)}`
  const own = 'fde9287efdcf53fe0000000000000000'
  const fib = fibV6(
    [
      line(own, '40', '00000014', '00000003', 'eno1'),
      line(own, '40', '00000014', '00000003', 'eno2'),
      line('fde9287efdcf00000000000000000000', '30', '00000014', '00000201', 'lo'),
      line('fde9287efdcf000100000000000003fe', '80', '00000100', '00200200', 'lo'),
      line('fde9287efdcf000100000000000003fe', '80', '00000000', '80200001', 'lo'),
      line('fe800000000000000000000000000000', '40', '00000100', '00000001', 'eno1'),
      line('0'.repeat(32), '00', 'ffffffff', '00200200', 'lo'),
    ].join('\n'),
  )
  expect(Object.fromEntries(fib)).toEqual({
    'fde9:287e:fdcf:53fe::/64': ['eno1', 'eno2'],
    'fde9:287e:fdcf::/48': ['drop'],
  })
})

test('the same routes in another order are the same text', () => {
  expect(
    fibText(
      new Map([
        ['a', ['y', 'x']],
        ['b', ['z']],
      ]),
    ),
  ).toBe(
    fibText(
      new Map([
        ['b', ['z']],
        ['a', ['x', 'y']],
      ]),
    ),
  )
})
