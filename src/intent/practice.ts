import type { Bilingual } from '../diagnostic/diagnostic.ts'

/**
 * The closed list of practices: lines of a configuration that follow from a platform's habits or from the trade's, and
 * from no single value of the inventory. `explain FILE:LINE` prints the reason.
 */
export const practices = {
  'default-deny': {
    id: 'Yang tidak diizinkan secara tegas ditolak, untuk IPv4 dan IPv6.',
    en: 'What is not allowed by name is dropped, in IPv4 and IPv6 alike.',
  },
  'default-value': {
    id: 'Nilai bawaan skema, sebab inventaris tidak menyebut yang lain.',
    en: "The schema's default, since the inventory says nothing else.",
  },
  'private-addresses': {
    id: 'Alamat pribadi dan bersama (RFC 1918, 6598, 4193) bukan internet.',
    en: 'Private and shared addresses (RFC 1918, 6598, 4193) are not the internet.',
  },
  'noc-only': { id: 'Router hanya dikelola dari NOC.', en: 'A router is managed from the NOC only.' },
  'tunnel-name': {
    id: 'Terowongan situs sewa adalah tulang punggungnya; namanya dari sirkuit dan ujungnya.',
    en: "A leased site's tunnels are its backbone; they are named after the circuit and its far end.",
  },
  'fits-tunnel': {
    id: 'Segmen TCP dibatasi agar muat di terowongan: MTU sirkuit kurang kepala terowongan, IP dan TCP.',
    en: "TCP segments are held to what fits the tunnel: the circuit's MTU less the headers of tunnel, IP and TCP.",
  },
  anchor: {
    id: 'Yang tidak dikenal inti secara rinci berhenti di sini.',
    en: 'What a core does not know in detail ends here.',
  },
  'announced-segment': {
    id: 'Host di segmen mendapat alamat IPv6 dari iklan router.',
    en: "Hosts of a segment take their IPv6 address from the router's advertisement.",
  },
  stateful: {
    id: 'Balasan dari sambungan yang sudah diizinkan boleh lewat; paket yang tidak termasuk sambungan mana pun ditolak.',
    en: 'Answers of connections that were allowed may pass; packets of no known connection are dropped.',
  },
  'own-circuit': {
    id: 'Sirkuit sebuah situs hanya membawa situs itu sendiri.',
    en: "A site's leased circuit carries that site alone.",
  },
  'transit-first': {
    id: 'Router di ring meneruskan lalu lintas tulang punggung sebelum melihat keadaan sambungan, sebab jalur pulang bisa lain.',
    en: 'A router on a ring forwards backbone traffic before it looks at connection state, since the way back may be another.',
  },
  icmp: {
    id: 'ICMP perlu untuk penemuan MTU dan pemeriksaan; lajunya dibatasi.',
    en: 'ICMP is needed for path MTU discovery and tests; its rate is limited.',
  },
  'routing-neighbours': {
    id: 'Protokol perutean hanya diterima dari antarmuka tulang punggung.',
    en: 'Routing protocols are accepted from backbone interfaces only.',
  },
  hardening: { id: 'Layanan yang tidak dipakai dimatikan.', en: 'Services that nobody uses are off.' },
  'closed-first': {
    id: 'Selama berkas dimuat semuanya tertutup, kecuali jalan setempat; begitu penyaring lengkap berdiri, penutup ini dibuang.',
    en: 'While the file is being loaded everything is closed but the local way; once the whole filter stands, this lock goes.',
  },
  'takes-itself-back': {
    id: 'Bila NOC tidak menyatakan router terjangkau, muatan ini ditarik kembali sendiri dari cadangan.',
    en: 'Unless the NOC says that it reaches the router, the load takes itself back from the backup.',
  },
  'says-how-far': {
    id: 'Router mencatat sejauh mana berkas sudah dimuat.',
    en: 'The router logs how far the file has been loaded.',
  },
  'stops-unless-filled-in': {
    id: 'Berkas dengan rahasia yang masih berupa nama berhenti di sini; pemasangan mengisinya dan membuang baris ini.',
    en: 'A file whose secrets still stand by name stops here; a deployment fills them in and leaves this line out.',
  },
  'says-what-it-holds': {
    id: 'Sidik konfigurasi ini, tanpa rahasia: skrip perubahan berhenti di baris pertamanya pada router yang memuat konfigurasi lain.',
    en: 'Fingerprint of this configuration, without secrets: a script of changes stops at its first line on a router that holds another.',
  },
  'vlan-filtering-last': {
    id: 'Penyaringan VLAN pada bridge dinyalakan paling akhir, agar sesi yang memuat berkas tidak terputus di tengah.',
    en: 'VLAN filtering of the bridge is switched on last, so that the session that loads the file is not cut off half way.',
  },
  'ip-settings': {
    id: 'Rute dari sumber dan pengalihan ICMP ditolak; pemeriksaan jalur balik longgar, sebab di ring jalur pulang bisa lain.',
    en: 'Source routes and ICMP redirects are refused; the reverse path check is loose, since on a ring the way back may be another.',
  },
  'tunnel-cryptography': {
    id: 'Sandi terowongan: AES-256, SHA-256 dan kurva P-256 di kedua ujung.',
    en: 'Ciphers of tunnels: AES-256, SHA-256 and curve P-256 at both ends.',
  },
  'slow-path': {
    id: 'Jalur cepat dimatikan di router yang membatasi laju, sebab paket di jalur itu melewati antrean.',
    en: 'The fast path is off on a router that shapes, since packets on it pass the queues by.',
  },
  'queue-order': {
    id: 'Di antrean, paket router sendiri (protokol perutean) didahulukan; yang tidak termasuk kelas mana pun paling akhir.',
    en: "In queues the router's own packets (routing protocols) go first; what belongs to no class goes last.",
  },
  'log-everything': {
    id: 'Semua tingkat catatan kecuali debug dikirim ke peladen log.',
    en: 'All severities but debug go to the log server.',
  },
  'read-only-group': {
    id: 'Kelompok pengguna yang hanya boleh melihat.',
    en: 'A group of users who may look and change nothing.',
  },
  'factory-account': {
    id: 'Akun bawaan pabrik dihapus setelah akun lain ada.',
    en: "The factory's account is removed once another exists.",
  },
  'signed-neighbours': {
    id: 'Tetangga perutean di serat sendiri saling menandatangani pesannya.',
    en: 'Routing neighbours on owned fibre sign their messages.',
  },
  'point-to-point': {
    id: 'Link serat adalah titik ke titik di area 0: tanpa pemilihan router utama.',
    en: 'A fibre link is point to point in area 0: no election of a designated router.',
  },
  passive: {
    id: 'Antarmuka ini diumumkan, tetapi tidak mencari tetangga perutean di sana.',
    en: 'The interface is announced, and no routing neighbour is sought on it.',
  },
  'fast-failure': {
    id: 'BFD melihat putusnya link sebelum pencatat waktu protokol perutean.',
    en: 'BFD sees a broken link before the timers of the routing protocol do.',
  },
  'explicit-policy': {
    id: 'Rute BGP hanya diterima dan dikirim lewat kebijakan yang tertulis.',
    en: 'BGP routes are taken and given by a written policy only.',
  },
  'nothing-permitted': {
    id: 'Daftar awalan yang kosong ditulis sebagai larangan, sebab FRR menganggap daftar yang tidak ada sebagai izin.',
    en: 'A prefix list without entries is written as a refusal, since FRR takes a missing list for a permission.',
  },
  'common-distances': {
    id: 'Jarak administratif OSPF dan BGP sama di semua platform, agar urutan sumber rute tidak bergantung pada merek.',
    en: 'Distances of OSPF and BGP are the same on every platform, so that the order of route sources does not depend on the vendor.',
  },
  'leased-into-ospf': {
    id: 'Inti meneruskan rute situs sewa ke OSPF dengan tanda.',
    en: 'A core hands the routes of leased sites on to OSPF with a tag.',
  },
  'tag-refused': {
    id: 'Rute bertanda yang kembali lewat OSPF ditolak di inti, agar tidak ada putaran.',
    en: 'A route that comes back by OSPF with the tag is refused at a core, so that nothing loops.',
  },
  'living-default': {
    id: 'Rute default hanya diumumkan selama uplink inti itu sendiri membawanya.',
    en: "The default is announced only while this core's own uplink brings it.",
  },
  'any-default': {
    id: 'Situs sewa diberi rute default selama inti punya satu, dari mana pun asalnya; yang dari penyedia didahulukan.',
    en: "Leased sites are told a default while the core has one, wherever it came from; a provider's own goes first.",
  },
  'routing-log': { id: 'Perubahan tetangga perutean dicatat.', en: 'Changes of routing neighbours are logged.' },
  'router-advertisement': {
    id: 'FRR mengirim iklan router; networkd tidak.',
    en: 'FRR sends router advertisements; networkd does not.',
  },
  'routes-of-frr': {
    id: 'networkd membiarkan rute yang dipasang FRR.',
    en: 'networkd leaves the routes that FRR installed alone.',
  },
  'no-autoconfiguration': {
    id: 'Antarmuka router tidak mengambil alamat dari iklan router lain.',
    en: "A router's interface takes no address from another router's advertisement.",
  },
  'boot-without-cable': {
    id: 'Router menyala penuh walau sebuah kabel belum terpasang.',
    en: 'The router boots fully while a cable is not plugged in.',
  },
  'host-route': {
    id: 'Jalan ke ujung terowongan lewat gerbang penyedia; selebihnya dari penyedia tidak dipakai.',
    en: "The way to the tunnel's end goes by the provider's gateway; nothing else that the provider offers is used.",
  },
  'routed-tunnel': {
    id: 'Terowongan membawa semua alamat; yang memilih adalah BGP dan penyaring.',
    en: 'A tunnel carries all addresses; BGP and the filter choose.',
  },
  'tunnel-link-local': {
    id: 'WireGuard tidak membuat alamat link-local, padahal BGP memerlukannya untuk lompatan berikut.',
    en: 'WireGuard makes no link-local address, and BGP needs one for its next hop.',
  },
  keepalive: {
    id: 'Situs mengirim tanda hidup, agar NAT penyedia tidak melupakan terowongan.',
    en: "The site sends keepalives, so that the provider's NAT does not forget the tunnel.",
  },
  'silent-peer': {
    id:
      'Situs yang lama diam dilupakan: setelah listrik padam jamnya mundur, ' +
      'dan WireGuard menolak yang lebih tua dari jabat tangan terakhir.',
    en:
      'A site that has long been silent is forgotten: after a power cut its clock is back in the past, ' +
      'and WireGuard refuses what is older than the last handshake.',
  },
  'fair-queue': {
    id: 'Di dalam satu kelas, aliran bergantian dan antrean dijaga pendek.',
    en: 'Within a class flows take turns and the queue is kept short.',
  },
  'own-traffic': { id: 'Router boleh berbicara dengan dirinya sendiri.', en: 'The router may talk to itself.' },
  'neighbour-discovery': {
    id:
      'Penemuan tetangga dan pendengar IPv6 setara ARP: tanpanya IPv6 tidak jalan, ' +
      'dan batas laju tidak boleh mengenainya (RFC 4890 bagian 4.4.1).',
    en:
      'IPv6 neighbour and listener discovery is what ARP is to IPv4: nothing works without it, ' +
      'and no limit may touch it (RFC 4890, section 4.4.1).',
  },
  'source-check': {
    id: 'Alamat sumber asing tidak masuk lewat antarmuka akses, dan dari terowongan hanya yang direncanakan di baliknya.',
    en: 'No foreign source address comes in over an access interface, and out of a tunnel only what was planned behind it.',
  },
  forwarding: { id: 'Router meneruskan paket.', en: 'A router forwards packets.' },
  'many-neighbours': {
    id: 'Bawaan kernel hanya cukup untuk 20 antarmuka OSPF.',
    en: "The kernel's default is enough for 20 OSPF interfaces only.",
  },
  'whole-flows': {
    id: 'Di antara jalur yang sama baik, satu aliran tetap di satu jalur.',
    en: 'Among equal paths one flow stays on one path.',
  },
  'link-state': { id: 'Rute lewat link yang mati tidak dipakai.', en: 'A route over a dead link is not used.' },
  aaa: {
    id: 'Yang masuk diperiksa peladen AAA; yang tanpa kelompok hanya boleh melihat.',
    en: 'Logins are asked of the AAA server; who has no group there may only look.',
  },
  'first-address': {
    id: 'Host yang belum punya alamat memintanya dari 0.0.0.0 lewat DHCP.',
    en: 'A host that has no address yet asks for one by DHCP from 0.0.0.0.',
  },
  'control-plane': {
    id: 'Yang dikirim ke prosesor router sendiri dibatasi lajunya, agar banjir paket tidak mematikan perutean.',
    en: "What is sent to the router's own processor is limited in rate, so that a flood does not kill routing.",
  },
  rollback: {
    id: 'Konfigurasi lama disimpan, agar perubahan dapat kembali sendiri.',
    en: 'Earlier configurations are kept, so that a change can take itself back.',
  },
  'own-uplink-first': {
    id: 'Rute luar dari OSPF kalah dari BGP di inti, agar default dari uplink sendiri didahulukan; rute dalam OSPF tetap menang.',
    en: "At a core external routes of OSPF lose to BGP, so that its own uplink's default goes first; OSPF's inner routes still win.",
  },
  'file-header': {
    id: 'Kepala berkas: cara memuat dan cara kembali.',
    en: 'Head of the file: how to load it and how to go back.',
  },
  structure: {
    id: 'Kerangka yang diminta tata bahasa platform: menu, kurung, akhir blok.',
    en: "Frame that the platform's grammar asks for: menus, braces, ends of blocks.",
  },
} as const satisfies Record<string, Bilingual>

export type PracticeId = keyof typeof practices
