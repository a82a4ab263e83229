# 2026-11-01 08:20:01 by RouterOS 7.22
# model = CCR2004-16G-2S+PC
# serial number = HCORE000001
/interface bridge add name=lo0 protocol-mode=none
/interface vlan add interface=br-lan name=vlan-servers vlan-id=160
/ip address
add address=10.64.8.205/32 interface=lo0
add address=10.64.48.1/26 interface=vlan-servers
add address=10.64.116.13/30 interface=sfp-sfpplus1
/system identity set name=core-1
