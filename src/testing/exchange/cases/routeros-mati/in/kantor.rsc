# 2026-11-01 08:12:44 by RouterOS 7.18.2
# software id = CCCC-DDDD
#
# model = RB5009UG+S+IN
# serial number = HEX1
/interface bridge
add admin-mac=48:8F:5A:00:00:01 auto-mac=no name=bridge vlan-filtering=yes
/interface vlan
add interface=bridge name=vlan-data vlan-id=10
/interface/wireguard add listen-port=13231 mtu=1420 name=wg1 private-key="cmFoYXNpYQ=="
/interface/wireguard/peers add allowed-address=0.0.0.0/0 endpoint-address=203.0.113.2 interface=wg1 preshared-key="RAHASIA" public-key="AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
/ip/address
add address=10.69.5.1/24 disabled=yes interface=vlan-data network=10.69.5.0
add address=10.69.6.1/24 interface=vlan-data network=10.69.6.0
add address=10.64.7.8 interface=lo network=10.64.7.8
# alamat lama
add address=10.69.7.1 netmask=255.255.255.0 interface=vlan-data
/ipv6/address
add address=fd00:1:2:10::1 interface=vlan-data advertise=no
add address=::1 from-pool=isp interface=vlan-data
/ip dhcp-client
add interface=ether1
/snmp community
set [ find default=yes ] name=RAHASIASNMP
/system script add name=x source=":log info \"halo\"\r\n/ip address add address=1.2.3.4/24 interface=ether1\r\n"
/user add name=admin2 password=RAHASIA3 group=full
/system/identity set name="Kantor \"Baru\" #2"
/tool e-mail set password="RAHASIA4 yang terpotong
