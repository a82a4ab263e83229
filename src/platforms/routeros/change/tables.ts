/**
 * What is known of menus beside their words: by which values an item is known again, which may stand there once, and
 * what an item says that does not say it. From the vendor's pages on each menu, and not tried on a device.
 */

const rule = [['chain', 'comment']]

/**
 * Values by which an item is the same one although others of its values differ: the first that are there on both sides.
 */
const identities: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '/interface ethernet': [['default-name']],
  '/interface list member': [['list', 'interface']],
  '/interface bridge port': [['interface']],
  '/interface bridge vlan': [['bridge', 'vlan-ids']],
  '/interface wireguard peers': [['interface']],
  '/ip address': [['interface', 'address'], ['interface'], ['address']],
  '/ipv6 address': [['interface', 'address'], ['interface'], ['address']],
  '/ipv6 nd': [['default'], ['interface']],
  '/ip dhcp-client': [['interface']],
  '/ip dhcp-server network': [['address'], ['comment']],
  '/ip route': [['dst-address', 'gateway'], ['dst-address']],
  '/ipv6 route': [['dst-address', 'gateway'], ['dst-address']],
  '/routing rule': [['dst-address', 'table'], ['dst-address']],
  '/routing ospf interface-template': [['area', 'interfaces']],
  '/routing bfd configuration': [['interfaces'], ['addresses']],
  '/routing filter rule': [['chain', 'rule']],
  '/ip firewall address-list': [['list', 'address']],
  '/ipv6 firewall address-list': [['list', 'address']],
  '/ip firewall filter': rule,
  '/ipv6 firewall filter': rule,
  '/ip firewall raw': rule,
  '/ipv6 firewall raw': rule,
  '/ip firewall mangle': rule,
  '/ipv6 firewall mangle': rule,
  '/ip firewall nat': rule,
  '/ipv6 firewall nat': rule,
  '/ip ipsec identity': [['peer']],
  '/ip ipsec policy': [['peer']],
  '/system logging': [['action', 'topics']],
  '/snmp community': [['default'], ['name']],
  '/radius': [['address'], ['service']],
}

export function identitiesOf(menu: string): readonly (readonly string[])[] {
  return identities[menu] ?? [['name']]
}

/** Values that no two items of a menu share: RouterOS refuses the second. */
const exclusives: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '/interface list member': [['list', 'interface']],
  '/interface bridge port': [['interface']],
  '/interface bridge vlan': [['bridge', 'vlan-ids']],
  '/interface vlan': [['name'], ['interface', 'vlan-id']],
  '/interface wireguard': [['name'], ['listen-port']],
  '/interface wireguard peers': [['interface', 'public-key']],
  '/interface gre': [['name'], ['local-address', 'remote-address']],
  '/ip address': [['address', 'interface']],
  '/ipv6 address': [['address', 'interface']],
  '/ipv6 nd': [['interface']],
  '/ip dhcp-client': [['interface']],
  '/ip dhcp-server': [['name'], ['interface']],
  '/ip dhcp-server network': [['address']],
  '/ip firewall address-list': [['list', 'address']],
  '/ipv6 firewall address-list': [['list', 'address']],
  '/routing bgp connection': [['name'], ['local.address', 'remote.address']],
}

export function exclusivesOf(menu: string): readonly (readonly string[])[] {
  return exclusives[menu] ?? [['name']]
}

/** What a value is that nobody has set; to say it is to take it back. */
const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/interface ethernet': { mtu: '1500', disabled: 'no' },
  '/interface vlan': { mtu: '1500' },
  '/interface bridge': { 'vlan-filtering': 'no' },
  '/ip settings': { 'allow-fast-path': 'yes' },
  '/ipv6 settings': { 'allow-fast-path': 'yes' },
  '/ip dns': { servers: '' },
  '/ip service': { address: '' },
  '/user': { address: '' },
  '/user aaa': { 'use-radius': 'no', accounting: 'yes', 'default-group': 'read' },
  '/snmp': { contact: '', location: '' },
  '/system note': { note: '', 'show-at-login': 'yes', 'show-at-cli-login': 'no' },
  '/system ntp client': { enabled: 'no', servers: '' },
  '/routing ospf instance': {
    'originate-default': 'never',
    redistribute: '',
    'in-filter-chain': '',
    'out-filter-chain': '',
  },
  '/routing bgp connection': { 'tcp-md5-key': '', 'use-bfd': 'no', 'output.default-originate': 'never' },
  '/ip dhcp-server network': { 'dns-server': '', 'ntp-server': '', 'dhcp-option': '' },
}

export function defaultOf(menu: string, key: string): string | undefined {
  return key === 'comment' ? '' : defaults[menu]?.[key]
}

/** Other things hold on to items of these: one that is taken away and made again leaves them behind. */
const held =
  /^\/(interface (ethernet|list|bridge|vlan|wireguard|gre)|routing (table|ospf (instance|area)|bgp instance)|ip (pool|service)|snmp community)$/

export function isHeld(menu: string): boolean {
  return held.test(menu)
}

/** Values that a router does not show as they were written, or that nobody but it may know. */
const unsearchable =
  /^(limit|note|on-event|policy|.*-key|.*password|secret|.*limit.*|tcp-.*|.*-time|.*-interval|queue|target|topics)$/

export function isSearchable(key: string, value: string): boolean {
  return !unsearchable.test(key) && !/<(secret|public-key):/.test(value) && value !== ''
}
