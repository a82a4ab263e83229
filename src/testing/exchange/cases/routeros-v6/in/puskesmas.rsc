# nov/01/2026 08:12:44 by RouterOS 6.49.10
# software id = CCCC-DDDD
#
# model = RB750Gr3
# serial number = 8AFF0000001
/interface bridge
add fast-forward=no name=bridge1
/interface vlan
add interface=bridge1 name=vlan10-data vlan-id=10
add interface=bridge1 name=vlan130-cctv vlan-id=130
/interface l2tp-client
add connect-to=203.0.113.9 disabled=no ipsec-secret=RAHASIA7 name=l2tp-out1 password=\
    RAHASIA8 use-ipsec=yes user=puskesmas
/routing ospf instance
set [ find default=yes ] router-id=10.64.7.7
/ip address
add address=10.64.7.7 interface=bridge1 network=10.64.7.7
add address=10.69.5.254/24 comment="LAN \E9 lama" interface=vlan10-data network=\
    10.69.5.0
add address=10.67.9.1/28 interface=vlan130-cctv network=10.67.9.0
add address=192.168.1.2/24 interface=ether1 network=192.168.1.0
/ip firewall filter
add action=accept chain=input comment="boleh dari NOC" src-address=10.64.32.0/24
add action=drop chain=input
/routing ospf network
add area=backbone network=10.69.5.0/24
/system identity
set name="PKM Contoh 1"
