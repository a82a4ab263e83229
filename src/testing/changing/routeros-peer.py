"""Reads pairs of RouterOS exports as JSON lines, and writes the patch that routeros_diff makes of each, or why it makes none."""
import json
import sys

from routeros_diff.parser import RouterOSConfig

# The most that its settings can say of our menus: what an item is known by.
KEYS = {
    "/interface ethernet": "default-name",
    "/interface list member": "interface",
    "/interface bridge port": "interface",
    "/interface bridge vlan": "vlan-ids",
    "/interface wireguard peers": "interface",
    "/ip address": "address",
    "/ipv6 address": "address",
    "/ip route": "dst-address",
    "/ipv6 route": "dst-address",
    "/routing bfd configuration": "interfaces",
    "/routing filter rule": "rule",
    "/ip firewall address-list": "address",
    "/ipv6 firewall address-list": "address",
    "/ip firewall filter": "comment",
    "/ipv6 firewall filter": "comment",
    "/ip firewall nat": "comment",
    "/ip firewall mangle": "comment",
    "/ip dhcp-server network": "address",
    "/system logging": "topics",
    "/radius": "address",
}


def patch(before, after):
    old = RouterOSConfig.parse(before, settings=dict(natural_keys=KEYS))
    new = RouterOSConfig.parse(after, settings=dict(natural_keys=KEYS))
    return str(new.diff(old))


for line in sys.stdin:
    pair = json.loads(line)
    try:
        print(json.dumps({"patch": patch(pair["before"], pair["after"])}), flush=True)
    except Exception as error:  # noqa: BLE001
        print(json.dumps({"fault": f"{type(error).__name__}: {error}"[:200]}), flush=True)
