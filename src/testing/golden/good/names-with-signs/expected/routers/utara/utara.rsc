:log error "serat-not-filled-in: isi semua yang masih berupa nama, lalu hapus baris ini / fill in whatever stands by name, then remove this line"; :error "serat-not-filled-in: isi semua yang masih berupa nama, lalu hapus baris ini / fill in whatever stands by name, then remove this line"
# utara: Dinas "Perhubungan" & $Jalan; [find] \ #1 b'u'/b {x} `id` %0A, MikroTik RouterOS 7 (7.20), CCR2004-16G-2S+PC
# 1. Salin berkas ini sebagai / copy this file as utara.rsc
# 2. Periksa / check: /import file-name=utara.rsc verbose=yes dry-run
# 3. Simpan / save: /system backup save name=serat-before dont-encrypt=yes
# 4. Muat / load: /system reset-configuration no-defaults=yes run-after-reset=utara.rsc
# 5. Dalam 15 menit, dari NOC / within 15 minutes, from the NOC: /system scheduler remove [find name=serat-take-back]; /file remove [find name="serat-before.backup"]; /file remove [find name="utara.rsc"]; /file remove [find name~"auto-before-reset.backup"]
#    Tanpa itu router kembali sendiri ke cadangan langkah 3 / without it the router goes back by itself to the backup of step 3.
# Terhenti / stopped: /log print where message~"serat". Sesudah baris / after line 31: konsol / console; 211: NOC.
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
add name=darurat group=full password="<secret:users/darurat/router/utara>" comment="when AAA is down"
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
/system identity set name=utara
/system clock set time-zone-autodetect=no time-zone-name=Asia/Jakarta
/interface ethernet
set [ find default-name=ether16 ] mtu=1500 comment="access switch of utara"
set [ find default-name=sfp-sfpplus1 ] mtu=1500 comment="ring-1 to core-1"
set [ find default-name=sfp-sfpplus2 ] mtu=1500 comment="ring-2 to timur"
/interface bridge add name=lo0 protocol-mode=none comment="loopback"
/interface bridge add name=br-lan protocol-mode=rstp vlan-filtering=no comment="access switch"
/interface bridge port add bridge=br-lan interface=ether16 frame-types=admit-only-vlan-tagged ingress-filtering=yes comment="access switch"
/interface bridge vlan
add bridge=br-lan tagged=br-lan,ether16 vlan-ids=110 comment="Data, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add bridge=br-lan tagged=br-lan,ether16 vlan-ids=150 comment="Wi-Fi publik, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add bridge=br-lan tagged=br-lan,ether16 vlan-ids=199 comment="Manajemen, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
/interface vlan
add interface=br-lan name=vlan-data vlan-id=110 comment="Data, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add interface=br-lan name=vlan-guest vlan-id=150 comment="Wi-Fi publik, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add interface=br-lan name=vlan-management vlan-id=199 comment="Manajemen, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
/interface list
add name=backbone
add name=fibre
add name=zone-government
add name=zone-guest
add name=zone-management
/interface list member
add list=backbone interface=sfp-sfpplus1
add list=backbone interface=sfp-sfpplus2
add list=fibre interface=sfp-sfpplus1
add list=fibre interface=sfp-sfpplus2
add list=zone-government interface=vlan-data
add list=zone-guest interface=vlan-guest
add list=zone-management interface=vlan-management
/ip settings set ip-forward=yes rp-filter=loose accept-source-route=no accept-redirects=no send-redirects=no secure-redirects=no tcp-syncookies=yes
/ip address
add address=10.0.0.131/32 interface=lo0 comment="loopback"
add address=10.0.1.38/30 interface=sfp-sfpplus1 comment="link to core-1"
add address=10.0.1.97/30 interface=sfp-sfpplus2 comment="link to timur"
add address=10.1.6.129/26 interface=vlan-data comment="Data, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add address=10.3.84.1/26 interface=vlan-guest comment="Wi-Fi publik, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add address=10.2.167.209/29 interface=vlan-management comment="Manajemen, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
/ipv6 settings set disable-ipv6=no forward=yes accept-router-advertisements=no accept-redirects=no
/ipv6 address
add address=fd00:0:0:1::83/128 interface=lo0 advertise=no comment="loopback"
add address=fd00:0:0:2::25/127 interface=sfp-sfpplus1 advertise=no comment="link to core-1"
add address=fd00:0:0:2::60/127 interface=sfp-sfpplus2 advertise=no comment="link to timur"
add address=fd00:0:0:1ea7::1/64 interface=vlan-data advertise=yes comment="Data, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add address=fd00:0:0:3527::1/64 interface=vlan-guest advertise=yes comment="Wi-Fi publik, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
add address=fd00:0:0:2471::1/64 interface=vlan-management advertise=yes comment="Manajemen, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
/ipv6 nd
set [ find default=yes ] disabled=yes
add interface=vlan-data ra-lifetime=30m advertise-dns=no
add interface=vlan-guest ra-lifetime=30m advertise-dns=yes dns=fd00:0:0:3527::1
add interface=vlan-management ra-lifetime=30m advertise-dns=no
/routing ospf instance add name=ospf-v2 version=2 router-id=10.0.0.131 vrf=main
/routing ospf instance add name=ospf-v3 version=3 router-id=10.0.0.131 vrf=main
/routing ospf area add name=backbone-v2 instance=ospf-v2 area-id=0.0.0.0
/routing ospf area add name=backbone-v3 instance=ospf-v3 area-id=0.0.0.0
/routing ospf interface-template
add area=backbone-v2 interfaces=sfp-sfpplus1 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to core-1" auth=sha256 auth-id=1 auth-key="<secret:ospf/backbone/sha256/ring-1>"
add area=backbone-v3 interfaces=sfp-sfpplus1 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to core-1"
add area=backbone-v2 interfaces=sfp-sfpplus2 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to timur" auth=sha256 auth-id=1 auth-key="<secret:ospf/backbone/sha256/ring-2>"
add area=backbone-v3 interfaces=sfp-sfpplus2 type=ptp cost=10 hello-interval=10s dead-interval=40s use-bfd=yes comment="link to timur"
add area=backbone-v2 interfaces=lo0 passive
add area=backbone-v3 interfaces=lo0 passive
add area=backbone-v2 interfaces=vlan-data passive
add area=backbone-v3 interfaces=vlan-data passive
add area=backbone-v2 interfaces=vlan-guest passive
add area=backbone-v3 interfaces=vlan-guest passive
add area=backbone-v2 interfaces=vlan-management passive
add area=backbone-v3 interfaces=vlan-management passive
/routing bfd configuration add interfaces=sfp-sfpplus1 min-rx=300ms min-tx=300ms multiplier=3 comment="link to core-1"
/routing bfd configuration add interfaces=sfp-sfpplus2 min-rx=300ms min-tx=300ms multiplier=3 comment="link to timur"
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
/ip firewall raw
add chain=prerouting action=accept src-address=0.0.0.0/32 protocol=udp dst-port=67 comment="asks for an address"
add chain=prerouting action=drop in-interface=vlan-data src-address=!10.1.6.128/26 comment="foreign source"
add chain=prerouting action=drop in-interface=vlan-guest src-address=!10.3.84.0/26 comment="foreign source"
add chain=prerouting action=drop in-interface=vlan-management src-address=!10.2.167.208/29 comment="foreign source"
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
add chain=input action=accept in-interface-list=zone-government protocol=udp dst-port=67 comment="dhcp-government"
add chain=input action=accept in-interface-list=zone-guest protocol=udp dst-port=67 comment="dhcp-guest"
add chain=input action=accept in-interface-list=zone-guest protocol=udp dst-port=53 comment="dns-for-guests-udp"
add chain=input action=accept in-interface-list=zone-guest protocol=tcp dst-port=53 comment="dns-for-guests-tcp"
add chain=input action=drop comment="default deny"
add chain=forward action=accept in-interface-list=backbone out-interface-list=backbone comment="transit"
add chain=forward action=accept connection-state=established,related comment="established"
add chain=forward action=drop connection-state=invalid comment="invalid"
add chain=forward action=accept in-interface-list=zone-government dst-address-list=zone-services comment="government-to-services"
add chain=forward action=drop in-interface-list=zone-government dst-address-list=private comment="government-not-private"
add chain=forward action=accept in-interface-list=zone-government out-interface-list=backbone comment="government-to-internet"
add chain=forward action=drop in-interface-list=zone-guest dst-address-list=private log=yes log-prefix="GUEST-DENY" comment="guest-not-private"
add chain=forward action=accept in-interface-list=zone-guest out-interface-list=backbone comment="guest-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=zone-management src-address-list=zone-noc comment="noc-into-management"
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
add chain=prerouting action=drop in-interface=vlan-data src-address=!fd00:0:0:1ea7::/64 comment="foreign source"
add chain=prerouting action=drop in-interface=vlan-guest src-address=!fd00:0:0:3527::/64 comment="foreign source"
add chain=prerouting action=drop in-interface=vlan-management src-address=!fd00:0:0:2471::/64 comment="foreign source"
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
add chain=input action=accept in-interface-list=zone-guest protocol=udp dst-port=53 comment="dns-for-guests-udp"
add chain=input action=accept in-interface-list=zone-guest protocol=tcp dst-port=53 comment="dns-for-guests-tcp"
add chain=input action=drop comment="default deny"
add chain=forward action=accept in-interface-list=backbone out-interface-list=backbone comment="transit"
add chain=forward action=accept connection-state=established,related comment="established"
add chain=forward action=drop connection-state=invalid comment="invalid"
add chain=forward action=accept in-interface-list=zone-government dst-address-list=zone-services comment="government-to-services"
add chain=forward action=drop in-interface-list=zone-government dst-address-list=private comment="government-not-private"
add chain=forward action=accept in-interface-list=zone-government out-interface-list=backbone comment="government-to-internet"
add chain=forward action=drop in-interface-list=zone-guest dst-address-list=private log=yes log-prefix="GUEST-DENY" comment="guest-not-private"
add chain=forward action=accept in-interface-list=zone-guest out-interface-list=backbone comment="guest-to-internet"
add chain=forward action=accept in-interface-list=backbone out-interface-list=zone-management src-address-list=zone-noc comment="noc-into-management"
add chain=forward action=drop comment="default deny"
/ip firewall filter remove [ find comment="closed while loading" ]
/ipv6 firewall filter remove [ find comment="closed while loading" ]
:log info "serat: 2/3 the NOC has its way"
/ip pool add name=dhcp-data ranges=10.1.6.138-10.1.6.190
/ip pool add name=dhcp-guest ranges=10.3.84.10-10.3.84.62
/ip dhcp-server add name=dhcp-data interface=vlan-data address-pool=dhcp-data lease-time=8h disabled=no
/ip dhcp-server add name=dhcp-guest interface=vlan-guest address-pool=dhcp-guest lease-time=8h disabled=no
/ip dhcp-server network add address=10.1.6.128/26 gateway=10.1.6.129 dns-server=10.5.0.53 ntp-server=10.5.0.123 domain=contoh.example comment="Data, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
/ip dhcp-server network add address=10.3.84.0/26 gateway=10.3.84.1 dns-server=10.3.84.1 domain=contoh.example comment="Wi-Fi publik, Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
/ip dns set servers=10.5.0.53
/ip dns set allow-remote-requests=yes
/system ntp client set enabled=yes servers=10.5.0.123
/system logging action add name=noc target=remote remote=10.5.0.10 remote-port=514 src-address=10.0.0.131 remote-log-format=syslog syslog-facility=local7
/system logging add action=noc topics=!debug,!packet
/snmp community set [ find default=yes ] addresses=127.0.0.1/32 read-access=no write-access=no
/snmp community add name=noc-snmp security=private authentication-protocol=SHA1 authentication-password="<secret:snmp/auth/router/utara>" encryption-protocol=AES encryption-password="<secret:snmp/priv/router/utara>" addresses=10.4.0.0/24,fd00:0:0:4000::/60 read-access=yes write-access=no
/snmp
set enabled=yes contact="noc@contoh.example"
set location="Dinas \"Perhubungan\" & \$Jalan; [find] \\ #1 <b>\E2\80\99\C3\BC\E2\80\99</b> {x} `id` %0A"
set trap-version=3 trap-community=noc-snmp trap-target=10.5.0.10 trap-generators=interfaces,start-trap trap-interfaces=all
set src-address=10.0.0.131
/system note set show-at-cli-login=yes show-at-login=yes note="Hanya untuk \"petugas\" \$yang [berwenang]; \\ \? !\r\n#; EOF '^C' \C3\A9"
/interface ethernet
set [ find default-name=ether1 ] disabled=yes
set [ find default-name=ether2 ] disabled=yes
set [ find default-name=ether3 ] disabled=yes
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
set [ find default-name=ether14 ] disabled=yes
set [ find default-name=ether15 ] disabled=yes
/interface bridge set [ find name=br-lan ] vlan-filtering=yes
:log info "serat: 3/3 loaded to its end"
/system script add name=serat-state comment=4a29df628b2cf0cb
