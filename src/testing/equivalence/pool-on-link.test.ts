import { describe, expect, test } from 'vitest'
import type { PlatformId } from '../../platforms/reading/folder.ts'
import { addressText } from '../../model/ip.ts'
import { contoh } from '../contoh.ts'
import { movedFrom } from './moved.ts'

/**
 * A pool in the provider's own subnet: the upper half, with the router's address in it and the broadcast address at its
 * end.
 */
const sources = contoh().map(({ path, text }) => ({
  path,
  text: text
    .replace('203.0.113.6/30, gateway: 203.0.113.5', '203.0.113.13/29, gateway: 203.0.113.9')
    .replace('198.51.100.16/28', '203.0.113.12/30'),
}))

/** IOS XE answers ARP for a pool on a connected subnet by itself. */
const written: Readonly<Record<PlatformId, readonly RegExp[]>> = {
  iosxe: [/^ip nat pool \S+ 203\.0\.113\.12 203\.0\.113\.14 prefix-length 30$/m],
  junos: [
    /^set security nat source pool pool-1 address 203\.0\.113\.12\/32 to 203\.0\.113\.14\/32$/m,
    /^set security nat proxy-arp interface \S+ address 203\.0\.113\.12\/32 to 203\.0\.113\.12\/32$/m,
    /^set security nat proxy-arp interface \S+ address 203\.0\.113\.14\/32 to 203\.0\.113\.14\/32$/m,
  ],
  linux: [
    /^Address=203\.0\.113\.12\/32$/m,
    /^Address=203\.0\.113\.14\/32$/m,
    / snat ip to 203\.0\.113\.12-203\.0\.113\.14 /,
  ],
  routeros: [
    /^add address=203\.0\.113\.12\/32 interface=ether2 /m,
    /^add address=203\.0\.113\.14\/32 interface=ether2 /m,
    / to-addresses=203\.0\.113\.12-203\.0\.113\.14 /,
  ],
}

describe.each(Object.entries(written))('%s', (id, sentences) => {
  const { intents, folder } = movedFrom(id as PlatformId, { sources, ledger: '' })

  test('hosts leave as what others may have, and the router answers for all of it but itself', () => {
    const [nat] = intents.get('core-2')?.nat ?? []
    expect(nat && [nat.first, nat.last, ...nat.onLink].map(addressText)).toEqual([
      '203.0.113.12',
      '203.0.113.14',
      '203.0.113.12',
      '203.0.113.14',
    ])
  })

  test('its words say so', () => {
    const text = [...folder('core-2').values()].join('')
    expect(sentences.filter(sentence => !sentence.test(text))).toEqual([])
    expect(text).not.toMatch(/(Address=|address=|to |address )203\.0\.113\.13\/32/)
  })
})
