import { itemsOf, type Configuration } from '../../platforms/routeros/script/configuration.ts'

const interfaces = [
  '/interface ethernet',
  '/interface bridge',
  '/interface vlan',
  '/interface wireguard',
  '/interface gre',
]
/** Which values name something, and in which menus it stands. A port is there without being made. */
const references: readonly (readonly [key: RegExp, menus: readonly string[], within?: RegExp])[] = [
  [/^(interface|interfaces|in-interface|out-interface|bridge|dst)$/, interfaces],
  [/^(in-interface-list|out-interface-list)$/, ['/interface list']],
  [/^list$/, ['/interface list'], /^\/interface list member$/],
  [/^parent$/, ['/queue simple']],
  [/^address-pool$/, ['/ip pool']],
  [/^area$/, ['/routing ospf area']],
  [/^instance$/, ['/routing ospf instance'], /^\/routing ospf area$/],
  [/^instance$/, ['/routing bgp instance'], /^\/routing bgp connection$/],
  [/^table$/, ['/routing table'], /^\/routing rule$/],
  [/^dhcp-option$/, ['/ip dhcp-server option']],
  [/^peer$/, ['/ip ipsec peer'], /^\/ip ipsec /],
]

/** Names that nothing on the router goes by. */
export function danglingNames(configuration: Configuration, ports: ReadonlySet<string>): string[] {
  const named = new Map(
    [...configuration.menus].map(([menu, items]) => [
      menu,
      new Set(items.map(({ values }) => values.get('name') ?? '')),
    ]),
  )
  return [...configuration.menus.keys()].flatMap(menu =>
    itemsOf(configuration, menu).flatMap(({ values }) =>
      [...values].flatMap(([key, value]) => {
        const [, targets] =
          references.find(([pattern, , within]) => pattern.test(key) && (within?.test(menu) ?? true)) ?? []
        if (targets === undefined || value === '') return []
        return value
          .split(',')
          .filter(name => !ports.has(name) && !targets.some(target => named.get(target)?.has(name)))
          .map(name => `${menu} ${key}=${name}`)
      }),
    ),
  )
}
