# 2026-11-01 08:12:44 by RouterOS 7.22
# software id = AAAA-BBBB
#
# model = L009UiGS-RM
# serial number = HGX0000001
/interface bridge
add comment=switch name=br-lan protocol-mode=rstp
add name=lo0 protocol-mode=none
/interface ethernet
set [ find default-name=ether2 ] disabled=yes
/interface wireguard
add comment="ke core-1" listen-port=52392 mtu=1420 name=wg-core-1 private-key="RAHASIA1RAHASIA1RAHASIA1RAHASIA1RAHASIA1RAH="
/interface vlan
add interface=br-lan name=vlan-data vlan-id=110
add interface=br-lan name=vlan-voice vlan-id=121
add interface=br-lan name=vlan-management vlan-id=199
/ip hotspot profile
set [ find default=yes ] html-directory=hotspot
/interface wireguard peers
add allowed-address=0.0.0.0/0,::/0 endpoint-address=10.64.217.145 endpoint-port=52392 interface=wg-core-1 name=peer1 \
    persistent-keepalive=25s preshared-key="RAHASIA2RAHASIA2RAHASIA2RAHASIA2RAHASIA2RAH=" public-key=\
    "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA="
/snmp community
set [ find default=yes ] authentication-password=RAHASIA3 encryption-password=RAHASIA4 name=noc-snmp security=private
/routing bgp connection
add as=4226020605 name=core-1 remote.address=10.64.168.185 .as=4200000000 tcp-md5-key=RAHASIA5 templates=default
/ip address
add address=10.64.4.99/32 interface=lo0
add address=10.64.217.147/29 comment="penyedia" interface=ether1
add address=10.70.40.1/27 comment="Data" interface=vlan-data
add address=10.66.182.241/28 interface=vlan-voice
add address=10.65.124.161/28 interface=vlan-management
add address=192.168.88.1/24 comment=defconf disabled=yes interface=br-lan
/system identity
set name=kec-contoh
/tool e-mail
set from=noc@uji.example password=RAHASIA6 server=10.64.48.25 user=noc
