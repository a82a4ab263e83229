:log error "serat-not-filled-in: isi semua yang masih berupa nama, lalu hapus baris ini / fill in whatever stands by name, then remove this line"; :error "serat-not-filled-in: isi semua yang masih berupa nama, lalu hapus baris ini / fill in whatever stands by name, then remove this line"
# core-1: Diskominfo, MikroTik RouterOS 7 (7.20), CCR2116-12G-4S+
# 1. Salin berkas ini sebagai / copy this file as core-1.rsc
# 2. Periksa / check: /import file-name=core-1.rsc verbose=yes dry-run
# 3. Simpan / save: /system backup save name=serat-before dont-encrypt=yes
# 4. Muat / load: /system reset-configuration no-defaults=yes run-after-reset=core-1.rsc
# 5. Dalam 15 menit, dari NOC / within 15 minutes, from the NOC: /system scheduler remove [find name=serat-take-back]; /file remove [find name="serat-before.backup"]; /file remove [find name="core-1.rsc"]; /file remove [find name~"auto-before-reset.backup"]
#    Tanpa itu router kembali sendiri ke cadangan langkah 3 / without it the router goes back by itself to the backup of step 3.
# Terhenti / stopped: /log print where message~"serat". Sesudah baris / after line 31: konsol / console; 239: NOC.
/ip service set telnet,ftp,www,www-ssl,api,api-ssl,winbox disabled=yes
/ip firewall filter add chain=input action=drop comment="closed while loading"
/ip firewall filter add chain=forward action=drop comment="closed while loading"
/ipv6 firewall filter add chain=input action=drop comment="closed while loading"
/ipv6 firewall filter add chain=forward action=drop comment="closed while loading"
/system scheduler add name=serat-take-back start-time=startup interval=15m policy=ftp,reboot,read,write,policy,test,password,sensitive on-event=":if ([:len [/file find where name=\"serat-before.backup\"]]>0) do={/system backup load name=\"serat-before\" password=\"\"}"
/ip service set ssh address=10.4.0.0/24,fd00:0:0:4000::/60
/ip ssh set strong-crypto=yes host-key-type=ed25519 forwarding-enabled=no
/user group add name=noc_read policy=ssh,read,test,!local,!telnet,!ftp,!reboot,!write,!policy,!winbox,!password,!web,!sniff,!sensitive,!api,!romon,!rest-api
/user
add name=darurat group=full password="<secret:users/darurat/router/core-1>" comment="when AAA is down"
add name=noc-ro group=noc_read password="<secret:users/noc-ro>" address=10.4.0.0/24,fd00:0:0:4000::/60 comment="looks, changes nothing"
remove [ find name=admin ]
/ip neighbor discovery-settings set discover-interface-list=none
/tool mac-server mac-winbox set allowed-interface-list=none
/tool mac-server ping set enabled=no
/tool bandwidth-server set enabled=no
/ip firewall service-port set [ find ] disabled=yes
/tool romon set enabled=no
/tool mac-server set allowed-interface-list=none
:delay 15s
/user set [ find name=darurat ] address=10.4.0.0/24,fd00:0:0:4000::/60
:log info "serat: 1/3 closed, local way open"
/system identity set name=core-1
/system clock set time-zone-autodetect=no time-zone-name=Asia/Jakarta
/interface ethernet
set [ find default-name=ether1 ] mtu=1500 comment="pusat-1 to pusat"
set [ find default-name=ether2 ] mtu=1500 comment="uplink-1 penyedia-a A-9001"
set [ find default-name=ether3 ] mtu=1500 comment="nni-a from penyedia-a"
set [ find default-name=sfp-sfpplus1 ] mtu=1500 comment="ring-1 to utara"
set [ find default-name=sfp-sfpplus2 ] mtu=1500 comment="antar-core to core-2"
/interface bridge add name=lo0 protocol-mode=none comment="loopback"
/interface vlan add interface=ether3 name=ether3.1001 vlan-id=1001 mtu=1500 comment="ckt-bukit"
/interface wireguard add name=wg-ckt-bukit-core-1 listen-port=56926 mtu=1420 private-key="<secret:tunnel/core-1>" comment="ckt-bukit to bukit"
/interface wireguard peers add interface=wg-ckt-bukit-core-1 allowed-address=0.0.0.0/0,::/0 public-key="<public-key:bukit>" comment="ckt-bukit to bukit"
/system scheduler add name=serat-silent-peers start-time=startup interval=1m policy=read,write on-event=":foreach p in=[/interface wireguard peers find where disabled=no and rx>0] do={:local h [/interface wireguard peers get \$p last-handshake]; :if ([:typeof \$h]!=\"time\" || \$h>240s) do={/interface wireguard peers disable \$p; /interface wireguard peers enable \$p}}"
/interface list
add name=backbone
add name=fibre
add name=leased
add name=underlay
add name=uplink
/interface list member
add list=backbone interface=sfp-sfpplus2
add list=backbone interface=ether1
add list=backbone interface=sfp-sfpplus1
add list=backbone interface=wg-ckt-bukit-core-1
add list=fibre interface=sfp-sfpplus2
add list=fibre interface=ether1
add list=fibre interface=sfp-sfpplus1
add list=leased interface=wg-ckt-bukit-core-1
add list=underlay interface=ether3.1001
add list=uplink interface=ether2
/ip settings set ip-forward=yes rp-filter=loose accept-source-route=no accept-redirects=no send-redirects=no secure-redirects=no tcp-syncookies=yes
/ip address
add address=10.0.0.205/32 interface=lo0 comment="loopback"
add address=10.0.1.13/30 interface=sfp-sfpplus2 comment="link to core-2"
add address=10.0.1.253/30 interface=ether1 comment="link to pusat"
add address=10.0.1.37/30 interface=sfp-sfpplus1 comment="link to utara"
add address=10.0.3.97/29 interface=ether3.1001 comment="ckt-bukit"
add address=10.0.2.229/30 interface=wg-ckt-bukit-core-1 comment="ckt-bukit to bukit"
add address=203.0.113.2/30 interface=ether2 comment="uplink-1 A-9001"
/ipv6 settings set disable-ipv6=no forward=yes accept-router-advertisements=no accept-redirects=no
/ipv6 address
add address=fd00:0:0:1::cd/128 interface=lo0 advertise=no comment="loopback"
add address=fd00:0:0:2::c/127 interface=sfp-sfpplus2 advertise=no comment="link to core-2"
add address=fd00:0:0:2::fc/127 interface=ether1 advertise=no comment="link to pusat"
add address=fd00:0:0:2::24/127 interface=sfp-sfpplus1 advertise=no comment="link to utara"
add address=fd00:0:0:3::e4/127 interface=wg-ckt-bukit-core-1 advertise=no comment="ckt-bukit to bukit"
/ipv6 nd set [ find default=yes ] disabled=yes
/ip route
add dst-address=10.0.0.0/8 blackhole comment="anchor of the announced aggregate"
add dst-address=198.51.100.0/28 blackhole comment="anchor of the translation pool"
add dst-address=192.0.2.1/32 gateway=203.0.113.1 scope=10 comment="probe of uplink-1"
add dst-address=0.0.0.0/0 gateway=192.0.2.1 scope=30 target-scope=11 check-gateway=ping comment="default while the probe of uplink-1 answers"
/ipv6 route add dst-address=fd00::/48 blackhole comment="anchor of the announced aggregate"
/routing filter rule
add chain=ospf-in rule="if (ospf-ext-tag == 33010) { reject } else { accept }" comment="leased routes do not come back"
add chain=ospf-out rule="if (dst == 0.0.0.0/0 || dst == ::/0) { set ospf-ext-type type1; set ospf-ext-metric 10; accept }" comment="default"
add chain=ospf-out rule="if (protocol bgp && bgp-input-remote-as != 4200000000) { set ospf-ext-type type1; set ospf-ext-metric 20; set ospf-ext-tag 33010; accept }" comment="leased sites"
/routing ospf instance add name=ospf-v2 version=2 router-id=10.0.0.205 vrf=main originate-default=if-installed redistribute=bgp in-filter-chain=ospf-in out-filter-chain=ospf-out
/routing ospf instance add name=ospf-v3 version=3 router-id=10.0.0.205 vrf=main originate-default=if-installed redistribute=bgp in-filter-chain=ospf-in out-filter-chain=ospf-out
/routing ospf area add name=backbone-v2 instance=ospf-v2 area-id=0.0.0.0
/routing ospf area add name=backbone-v3 instance=ospf-v3 area-id=0.0.0.0
/routing ospf interface-template
add area=backbone-v2 interfaces=sfp-sfpplus2 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to core-2" auth=sha256 auth-id=1 auth-key="<secret:ospf/backbone/sha256/antar-core>"
add area=backbone-v3 interfaces=sfp-sfpplus2 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to core-2"
add area=backbone-v2 interfaces=ether1 type=ptp cost=100 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to pusat" auth=sha256 auth-id=1 auth-key="<secret:ospf/backbone/sha256/pusat-1>"
add area=backbone-v3 interfaces=ether1 type=ptp cost=100 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to pusat"
add area=backbone-v2 interfaces=sfp-sfpplus1 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to utara" auth=sha256 auth-id=1 auth-key="<secret:ospf/backbone/sha256/ring-1>"
add area=backbone-v3 interfaces=sfp-sfpplus1 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to utara"
add area=backbone-v2 interfaces=lo0 passive
add area=backbone-v3 interfaces=lo0 passive
/routing bfd configuration
add interfaces=sfp-sfpplus2 min-rx=300ms min-tx=300ms multiplier=3 comment="link to core-2"
add interfaces=ether1 min-rx=300ms min-tx=300ms multiplier=3 comment="link to pusat"
add interfaces=sfp-sfpplus1 min-rx=300ms min-tx=300ms multiplier=3 comment="link to utara"
add interfaces=wg-ckt-bukit-core-1 min-rx=1000ms min-tx=1000ms multiplier=5 comment="leased-ckt-bukit-core-1"
/ip firewall address-list add list=bgp-own address=10.0.0.0/8 comment="announced"
/ipv6 firewall address-list add list=bgp-own address=fd00::/48 comment="announced"
/routing filter rule
add chain=leased-ckt-bukit-core-1-in rule="if (dst == 10.0.0.232/32) { set distance 150; set bgp-local-pref 2000; accept }"
add chain=leased-ckt-bukit-core-1-in rule="if (dst == fd00:0:0:1::e8/128) { set distance 150; set bgp-local-pref 2000; accept }"
add chain=leased-ckt-bukit-core-1-in rule="if (dst == 10.1.89.0/27) { set distance 150; set bgp-local-pref 2000; accept }"
add chain=leased-ckt-bukit-core-1-in rule="if (dst == fd00:0:0:1d92::/64) { set distance 150; set bgp-local-pref 2000; accept }"
add chain=leased-ckt-bukit-core-1-in rule="if (dst == 10.2.177.48/29) { set distance 150; set bgp-local-pref 2000; accept }"
add chain=leased-ckt-bukit-core-1-in rule="if (dst == fd00:0:0:2c8b::/64) { set distance 150; set bgp-local-pref 2000; accept }"
add chain=leased-ckt-bukit-core-1-out rule="if (dst == 0.0.0.0/0) { accept }"
add chain=leased-ckt-bukit-core-1-out rule="if (dst == ::/0) { accept }"
add chain=leased-ckt-bukit-core-1-out rule="if (dst == 10.0.0.0/8) { accept }"
add chain=leased-ckt-bukit-core-1-out rule="if (dst == fd00::/48) { accept }"
add chain=core-2-in rule="if (dst in 10.0.0.0/8 && dst-len <= 32) { accept }"
add chain=core-2-in rule="if (dst in fd00::/48 && dst-len <= 128) { accept }"
add chain=core-2-out rule="if (dst in 10.0.0.0/8 && dst-len <= 32) { accept }"
add chain=core-2-out rule="if (dst in fd00::/48 && dst-len <= 128) { accept }"
/routing bgp instance add name=bgp-main as=4200000000 router-id=10.0.0.205 vrf=main
/routing bgp connection
add name=leased-ckt-bukit-core-1-v4 instance=bgp-main remote.address=10.0.2.230 remote.as=4200009492 local.role=ebgp local.address=10.0.2.229 afi=ip hold-time=30s keepalive-time=10s input.filter=leased-ckt-bukit-core-1-in output.filter-chain=leased-ckt-bukit-core-1-out output.network=bgp-own output.default-originate=if-installed input.limit-process-routes-ipv4=32 use-bfd=yes comment="bukit over ckt-bukit" tcp-md5-key="<secret:bgp/leased/circuit/ckt-bukit>"
add name=leased-ckt-bukit-core-1-v6 instance=bgp-main remote.address=fd00:0:0:3::e5 remote.as=4200009492 local.role=ebgp local.address=fd00:0:0:3::e4 afi=ipv6 hold-time=30s keepalive-time=10s input.filter=leased-ckt-bukit-core-1-in output.filter-chain=leased-ckt-bukit-core-1-out output.network=bgp-own output.default-originate=if-installed input.limit-process-routes-ipv6=32 use-bfd=yes comment="bukit over ckt-bukit" tcp-md5-key="<secret:bgp/leased/circuit/ckt-bukit>"
add name=core-2-v4 instance=bgp-main remote.address=10.0.0.65 remote.as=4200000000 local.role=ibgp local.address=10.0.0.205 afi=ip hold-time=30s keepalive-time=10s input.filter=core-2-in output.filter-chain=core-2-out output.network=bgp-own nexthop-choice=force-self multihop=yes use-bfd=no comment="core core-2" tcp-md5-key="<secret:bgp/leased/cores/core-1/core-2>"
add name=core-2-v6 instance=bgp-main remote.address=fd00:0:0:1::41 remote.as=4200000000 local.role=ibgp local.address=fd00:0:0:1::cd afi=ipv6 hold-time=30s keepalive-time=10s input.filter=core-2-in output.filter-chain=core-2-out output.network=bgp-own nexthop-choice=force-self multihop=yes use-bfd=no comment="core core-2" tcp-md5-key="<secret:bgp/leased/cores/core-1/core-2>"
/ip firewall address-list
add list=noc address=10.4.0.0/24
add list=private address=10.0.0.0/8
add list=private address=100.64.0.0/10
add list=private address=172.16.0.0/12
add list=private address=192.168.0.0/16
add list=routers address=10.0.0.0/24
add list=zone-government address=10.1.0.0/16
add list=zone-guest address=10.3.0.0/16
add list=zone-management address=10.2.0.0/16
add list=zone-noc address=10.4.0.0/24
add list=zone-services address=10.5.0.0/24
add list=behind-wg-ckt-bukit-core-1 address=10.0.2.230/32
add list=behind-wg-ckt-bukit-core-1 address=10.0.0.232/32
add list=behind-wg-ckt-bukit-core-1 address=10.1.89.0/27
add list=behind-wg-ckt-bukit-core-1 address=10.2.177.48/29
/ip firewall raw add chain=prerouting action=log in-interface=wg-ckt-bukit-core-1 src-address-list=!behind-wg-ckt-bukit-core-1 limit=1,5:packet log-prefix="TUNNEL-SPOOF" comment="foreign source, logged"
/ip firewall raw add chain=prerouting action=drop in-interface=wg-ckt-bukit-core-1 src-address-list=!behind-wg-ckt-bukit-core-1 comment="foreign source"
/ip firewall filter
add chain=input action=accept protocol=icmp icmp-options=8:0-255 limit=50,100:packet comment="echo"
add chain=input action=drop protocol=icmp icmp-options=8:0-255 comment="echo, too many"
add chain=input action=accept connection-state=established,related comment="established"
add chain=input action=drop connection-state=invalid comment="invalid"
add chain=input action=accept protocol=icmp limit=50,100:packet comment="icmp"
add chain=input action=drop protocol=icmp comment="icmp, too many"
add chain=input action=accept in-interface-list=backbone src-address-list=noc protocol=tcp dst-port=22 comment="ssh-from-noc"
add chain=input action=accept in-interface-list=backbone src-address-list=noc protocol=udp dst-port=161 comment="snmp-from-noc"
add chain=input action=accept in-interface-list=backbone protocol=ospf comment="ospf"
add chain=input action=accept in-interface-list=backbone protocol=udp dst-port=3784,3785,4784 comment="bfd"
add chain=input action=accept in-interface=wg-ckt-bukit-core-1 src-address=10.0.2.230/32 protocol=tcp dst-port=179 comment="bgp-leased-ckt-bukit-core-1"
add chain=input action=accept in-interface-list=fibre src-address=10.0.0.65/32 protocol=tcp dst-port=179 comment="bgp-core-2"
add chain=input action=accept in-interface=ether3.1001 src-address=10.0.3.99/32 protocol=udp dst-port=56926 comment="wg-ckt-bukit-core-1"
add chain=input action=drop comment="default deny"
add chain=forward action=accept in-interface-list=backbone out-interface-list=backbone comment="transit"
add chain=forward action=accept connection-state=established,related comment="established"
add chain=forward action=drop connection-state=invalid comment="invalid"
add chain=forward action=drop out-interface-list=uplink dst-address-list=private comment="private-not-out"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-government comment="government-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-guest comment="guest-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-noc comment="noc-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-services comment="services-to-internet"
add chain=forward action=drop comment="default deny"
/ipv6 firewall address-list
add list=noc address=fd00:0:0:4000::/60
add list=private address=fc00::/7
add list=routers address=fd00:0:0:1::/64
add list=zone-government address=fd00:0:0:1000::/52
add list=zone-guest address=fd00:0:0:3000::/52
add list=zone-management address=fd00:0:0:2000::/52
add list=zone-noc address=fd00:0:0:4000::/60
add list=zone-services address=fd00:0:0:5000::/60
add list=behind-wg-ckt-bukit-core-1 address=fd00:0:0:3::e5/128
add list=behind-wg-ckt-bukit-core-1 address=fd00:0:0:1::e8/128
add list=behind-wg-ckt-bukit-core-1 address=fd00:0:0:1d92::/64
add list=behind-wg-ckt-bukit-core-1 address=fd00:0:0:2c8b::/64
/ipv6 firewall raw
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=130:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=130:0-255 comment="discovery"
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=131:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=131:0-255 comment="discovery"
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=132:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=132:0-255 comment="discovery"
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=133:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=133:0-255 comment="discovery"
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=134:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=134:0-255 comment="discovery"
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=135:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=135:0-255 comment="discovery"
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=136:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=136:0-255 comment="discovery"
add chain=prerouting action=notrack protocol=icmpv6 icmp-options=143:0-255 comment="discovery"
add chain=output action=notrack protocol=icmpv6 icmp-options=143:0-255 comment="discovery"
add chain=prerouting action=accept src-address=fe80::/10 comment="link-local"
add chain=prerouting action=accept src-address=::/128 protocol=icmpv6 comment="duplicate address detection"
add chain=prerouting action=log in-interface=wg-ckt-bukit-core-1 src-address-list=!behind-wg-ckt-bukit-core-1 limit=1,5:packet log-prefix="TUNNEL-SPOOF" comment="foreign source, logged"
add chain=prerouting action=drop in-interface=wg-ckt-bukit-core-1 src-address-list=!behind-wg-ckt-bukit-core-1 comment="foreign source"
/ipv6 firewall filter
add chain=input action=accept protocol=icmpv6 icmp-options=130:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=131:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=132:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=133:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=134:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=135:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=136:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=143:0-255 comment="discovery"
add chain=input action=accept protocol=icmpv6 icmp-options=128:0-255 limit=50,100:packet comment="echo"
add chain=input action=drop protocol=icmpv6 icmp-options=128:0-255 comment="echo, too many"
add chain=input action=accept connection-state=established,related comment="established"
add chain=input action=drop connection-state=invalid comment="invalid"
add chain=input action=accept protocol=icmpv6 limit=50,100:packet comment="icmp"
add chain=input action=drop protocol=icmpv6 comment="icmp, too many"
add chain=input action=accept in-interface-list=backbone src-address-list=noc protocol=tcp dst-port=22 comment="ssh-from-noc"
add chain=input action=accept in-interface-list=backbone src-address-list=noc protocol=udp dst-port=161 comment="snmp-from-noc"
add chain=input action=accept in-interface-list=backbone protocol=ospf comment="ospf"
add chain=input action=accept in-interface-list=backbone protocol=udp dst-port=3784,3785,4784 comment="bfd"
add chain=input action=accept in-interface=wg-ckt-bukit-core-1 src-address=fd00:0:0:3::e5/128 protocol=tcp dst-port=179 comment="bgp-leased-ckt-bukit-core-1"
add chain=input action=accept in-interface-list=fibre src-address=fd00:0:0:1::41/128 protocol=tcp dst-port=179 comment="bgp-core-2"
add chain=input action=drop comment="default deny"
add chain=forward action=accept in-interface-list=backbone out-interface-list=backbone comment="transit"
add chain=forward action=accept connection-state=established,related comment="established"
add chain=forward action=drop connection-state=invalid comment="invalid"
add chain=forward action=drop out-interface-list=uplink dst-address-list=private comment="private-not-out"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-government comment="government-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-guest comment="guest-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-noc comment="noc-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=uplink src-address-list=zone-services comment="services-to-internet"
add chain=forward action=drop comment="default deny"
/ip firewall filter remove [ find comment="closed while loading" ]
/ipv6 firewall filter remove [ find comment="closed while loading" ]
:log info "serat: 2/3 the NOC has its way"
/ip firewall nat add chain=srcnat action=src-nat out-interface=ether2 src-address=10.0.0.0/8 to-addresses=198.51.100.0-198.51.100.15 comment="pool of this core"
/ip firewall mangle
add chain=forward action=change-mss out-interface=wg-ckt-bukit-core-1 protocol=tcp tcp-flags=syn tcp-mss=1381-65535 new-mss=1380 passthrough=yes comment="fits the tunnel"
add chain=output action=mark-packet new-packet-mark=class-router passthrough=no comment="the router's own packets"
add chain=forward action=mark-packet dst-address=10.2.0.0/16 new-packet-mark=class-management passthrough=no comment="management"
add chain=forward action=mark-packet dst-address=10.1.0.0/16 new-packet-mark=class-government passthrough=no comment="government"
/ipv6 firewall mangle
add chain=forward action=change-mss out-interface=wg-ckt-bukit-core-1 protocol=tcp tcp-flags=syn tcp-mss=1361-65535 new-mss=1360 passthrough=yes comment="fits the tunnel"
add chain=output action=mark-packet new-packet-mark=class-router passthrough=no comment="the router's own packets"
add chain=forward action=mark-packet dst-address=fd00:0:0:2000::/52 new-packet-mark=class-management passthrough=no comment="management"
add chain=forward action=mark-packet dst-address=fd00:0:0:1000::/52 new-packet-mark=class-government passthrough=no comment="government"
/ip settings set allow-fast-path=no
/ipv6 settings set allow-fast-path=no
/queue type add name=fair kind=fq-codel
/queue simple
add name=shape-wg-ckt-bukit-core-1 target=0.0.0.0/0,::/0 dst=wg-ckt-bukit-core-1 max-limit=47333k/0 queue=fair/fair
add name=shape-wg-ckt-bukit-core-1-router parent=shape-wg-ckt-bukit-core-1 packet-marks=class-router priority=1/1 limit-at=2958k/0 target=0.0.0.0/0,::/0 dst=wg-ckt-bukit-core-1 max-limit=47333k/0 queue=fair/fair
add name=shape-wg-ckt-bukit-core-1-management parent=shape-wg-ckt-bukit-core-1 packet-marks=class-management priority=2/2 limit-at=2958k/0 target=0.0.0.0/0,::/0 dst=wg-ckt-bukit-core-1 max-limit=47333k/0 queue=fair/fair
add name=shape-wg-ckt-bukit-core-1-government parent=shape-wg-ckt-bukit-core-1 packet-marks=class-government priority=3/3 limit-at=2958k/0 target=0.0.0.0/0,::/0 dst=wg-ckt-bukit-core-1 max-limit=47333k/0 queue=fair/fair
add name=shape-wg-ckt-bukit-core-1-rest parent=shape-wg-ckt-bukit-core-1 packet-marks=no-mark priority=8/8 limit-at=2958k/0 target=0.0.0.0/0,::/0 dst=wg-ckt-bukit-core-1 max-limit=47333k/0 queue=fair/fair
/ip dns set servers=10.5.0.53
/ip dns set allow-remote-requests=no
/system ntp client set enabled=yes servers=10.5.0.123
/system logging action add name=noc target=remote remote=10.5.0.10 remote-port=514 src-address=10.0.0.205 remote-log-format=syslog syslog-facility=local7
/system logging add action=noc topics=!debug,!packet
/snmp community set [ find default=yes ] addresses=127.0.0.1/32 read-access=no write-access=no
/snmp community add name=noc-snmp security=private authentication-protocol=SHA1 authentication-password="<secret:snmp/auth/router/core-1>" encryption-protocol=AES encryption-password="<secret:snmp/priv/router/core-1>" addresses=10.4.0.0/24,fd00:0:0:4000::/60 read-access=yes write-access=no
/snmp
set enabled=yes contact="noc@contoh.example"
set location="Diskominfo"
set trap-version=3 trap-community=noc-snmp trap-target=10.5.0.10 trap-generators=interfaces,start-trap trap-interfaces=all
set src-address=10.0.0.205
/system note set show-at-cli-login=yes show-at-login=yes note="Hanya untuk \"petugas\" \$yang [berwenang]; \\ \? !\r\n#; EOF '^C' \C3\A9"
/interface ethernet
set [ find default-name=ether4 ] disabled=yes
set [ find default-name=ether5 ] disabled=yes
set [ find default-name=ether6 ] disabled=yes
set [ find default-name=ether7 ] disabled=yes
set [ find default-name=ether8 ] disabled=yes
set [ find default-name=ether9 ] disabled=yes
set [ find default-name=ether10 ] disabled=yes
set [ find default-name=ether11 ] disabled=yes
set [ find default-name=ether12 ] disabled=yes
set [ find default-name=ether13 ] disabled=yes
set [ find default-name=sfp-sfpplus3 ] disabled=yes
set [ find default-name=sfp-sfpplus4 ] disabled=yes
:log info "serat: 3/3 loaded to its end"
/system script add name=serat-state comment=b3fc381ced58e3e9
