/** Names that the Linux files use and no line of them makes; one sentence each. */
export function linuxNameFaults(files: ReadonlyMap<string, string>): string[] {
  const frr = files.get('frr.conf') ?? ''
  const nft = files.get('nftables.conf') ?? ''
  const units = [...files]
    .filter(([name]) => name.startsWith('networkd/'))
    .map(([, text]) => text)
    .join('\n')
  const devices = [...found(units, /^\[NetDev\]\nName=(\S+)/gm), ...found(units, /^\[Match\]\nName=(\S+)/gm)]
  return [
    ...lacking(
      'prefix list',
      found(frr, /match ipv?6? address prefix-list (\S+)/g),
      found(frr, /^ipv?6? prefix-list (\S+)/gm),
    ),
    ...lacking(
      'route map',
      [
        ...found(frr, /neighbor \S+ route-map (\S+)/g),
        ...found(frr, /(?:redistribute|default-information|ip protocol|ipv6 protocol).* route-map (\S+)/g),
      ],
      found(frr, /^route-map (\S+)/gm),
    ),
    ...lacking('BFD profile', found(frr, /bfd profile (\S+)/g), found(frr, /^ profile (\S+)/gm)),
    ...lacking('interface of FRR', found(frr, /^interface (\S+)/gm), devices),
    ...lacking('set', found(nft, /@([\w-]+)/g), found(nft, /^ {2}set (\S+)/gm)),
    ...lacking(
      'interface of nft',
      [...found(nft, /[io]ifname "([^"]+)"/g), ...found(nft, /^ {6}"([^"]+)",/gm)],
      devices,
    ),
    ...lacking('device', found(units, /^(?:VLAN|Bridge)=([a-z]\S*)$/gm), devices),
  ]
}

function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, name]) => name as string)
}

function lacking(kind: string, used: readonly string[], made: readonly string[]): string[] {
  return [...new Set(used)].filter(name => !made.includes(name)).map(name => `no ${kind} ${name}`)
}
