# jan/02/2026 10:11:12 by RouterOS 6.49.10
# software id = ABCD-1234
#
# model = RB750Gr3
# serial number = CC210F000000
/interface vlan
add interface=ether2 name=vlan110 vlan-id=110
/ip address add address=10.70.41.1/27 comment="LAN kantor; utama" interface=\
    vlan110 network=10.70.41.0
/ip address
add address=10.64.4.100 interface=lo0 network=10.64.4.100
add address=192.168.5.1/24 interface=ether3 network=192.168.5.0
/interface l2tp-client
add connect-to=203.0.113.9 disabled=no name=l2tp-pusat password=RAHASIA9 user=\
    kantor
/system identity
set name="Kantor Desa \"Baru\""
