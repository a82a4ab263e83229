import type { Field } from './field.ts'

/**
 * Names of columns in Indonesian and English, as offices, providers and exports of other programs write them; in lower
 * case, words alone, with ` | ` between.
 */
export const fieldNames: Readonly<Record<Field, string>> = {
  ref:
    'kode | code | no tiang | nomor tiang | kode tiang | id tiang | pole id | pole no | pole number | ' +
    'pole code | nama tiang | label | ref | reference | kode closure | kode odp | kode odc | odp | id odp | ' +
    'nama odp | terminal | terminal id | id terminal | kode terminal | kode situs | site id | site code | ' +
    'id situs | kode lokasi | id lokasi | kode kabel | id kabel | cable id | cable code | nomor kabel | no kabel | ' +
    'slug | uid | nama odf | kode odf | id odf | odf | nama otb | kode otb | otb | nama closure | id closure | ' +
    'nama jc | no jc | kode jc | ' +
    'nama odc | id odc | nama handhole | kode handhole | no handhole | label tiang | kode titik | id titik | no ' +
    'titik | asset id | kode aset | structure id | id | fid | objectid',
  name:
    'nama | name | nama lokasi | nama situs | site name | nama kantor | nama instansi | nama opd | nama unit | ' +
    'lokasi | location | nama kabel | cable name | nama titik | title | uraian',
  kind:
    'jenis | type | tipe | kind | jenis titik | jenis tiang | tipe tiang | pole type | kategori | category | ' +
    'jenis struktur | structure type | class | kelas | role',
  lat:
    'lat | latitude | lintang | koordinat lintang | garis lintang | ls | lintang selatan | koordinat y lat | ' +
    'lat dd | coord lat | latitude y',
  lon:
    'lon | long | lng | longitude | bujur | koordinat bujur | garis bujur | bt | bujur timur | lon dd | coord lon | ' +
    'longitude x',
  position:
    'koordinat | coordinate | coordinates | titik koordinat | position | posisi | lat long | latlong | lat lon | ' +
    'latlng | gps | titik gps | wkt | geom | geometry | koordinat gps | koordinat utm | utm',
  easting: 'x | easting | utm x | x utm | koordinat x | timur | utm timur | mt',
  northing: 'y | northing | utm y | y utm | koordinat y | utara | utm utara | mu',
  utmZone: 'zona | zone | zona utm | utm zone',
  order: 'no | nomor | no urut | nomor urut | urutan | order | sequence | seq | index | number | nr',
  owner: 'pemilik | owner | kepemilikan | milik | ownership',
  built:
    'tahun | tahun pasang | tanggal pasang | tgl pasang | tahun pembangunan | built | installed | install year | ' +
    'year | thn pasang | tahun pemasangan | tanggal pemasangan | tgl pemasangan | tahun perolehan | date built',
  status: 'status | kondisi | condition | keadaan',
  ports: 'port | ports | jumlah port | kapasitas | capacity | kapasitas port | port count',
  trays: 'tray | trays | jumlah tray | no tray | nomor tray | tray no | kaset | cassette | splice tray',
  heightM: 'tinggi | tinggi m | tinggi tiang | tinggi tiang m | height | height m | pole height | pole height m',
  material: 'bahan | material | bahan tiang | material tiang | pole material',
  address:
    'alamat | address | address street address | address street address | alamat kantor | street | physical address | alamat lengkap',
  kecamatan: 'kecamatan | kec | district | subdistrict | kode kecamatan | region',
  tenant: 'opd | skpd | perangkat daerah | instansi | dinas | agency | tenant | organisasi | organisation | unit kerja',
  hosts:
    'jumlah pc | jumlah komputer | jumlah host | hosts | pc | komputer | jumlah pengguna | users | ' +
    'jumlah perangkat',
  model: 'router | model | model router | jenis router | tipe router | perangkat | device type | device',
  version: 'version | versi | versi routeros | os version | firmware',
  serial: 'serial | serial number | sn | nomor seri | no seri | s n',
  asset: 'kib | no kib | nomor kib | register | asset tag | nomor aset | asset number | asset register',
  site: 'situs | site | gedung | building',
  line: 'kabel | cable | jalur | rute | route | ruas | line | segment | feeder',
  cores:
    'core | cores | jumlah core | jumlah inti | fibre count | fiber count | fibres | fibers | kapasitas core | ' +
    'core count | jml core',
  cableType: 'jenis kabel | tipe kabel | cable type | type kabel',
  from:
    'dari | from | asal | awal | titik awal | start | a end | ujung a | dari tiang | tiang awal | node a | ' +
    'from structure | side a device | termination a device',
  to:
    'ke | to | tujuan | akhir | titik akhir | end | b end | ujung b | ke tiang | tiang akhir | node b | ' +
    'to structure | side b device | termination b device',
  lengthM:
    'panjang | length | panjang m | length m | panjang meter | jarak | jarak m | length metres | distance m | fibre length | ' +
    'panjang kabel | length m metre',
  along: 'along | melalui | structures | struktur | jalan',
  installation: 'pemasangan | installation | cara pasang | deployment | gelaran | jenis gelaran',
  duct: 'duct | conduit | pipa | nama pipa | kode pipa | nomor pipa | kode duct',
  trench: 'galian | trench | nama galian | kode galian | parit',
  depthM: 'kedalaman | kedalaman m | depth | depth m | kedalaman galian | kedalaman tanam',
  note: 'keterangan | ket | catatan | note | notes | remark | remarks | deskripsi | description | comments',
  cid:
    'cid | circuit id | circuit | sirkuit | nomor layanan | no layanan | sid | service id | provider ref | ' +
    'id layanan',
  provider: 'penyedia | provider | isp | vendor | operator',
  bandwidthMbps: 'bandwidth | bw | mbps | bandwidth mbps | kecepatan | speed | bandwidth (mbps) | kapasitas mbps',
  commitKbps: 'commit rate | commit rate kbps',
  monthlyRupiah:
    'biaya | biaya per bulan | biaya bulanan | monthly rupiah | harga | monthly fee | biaya bulanan rp | ' +
    'harga per bulan',
  begins: 'mulai | install date | tanggal mulai | begins | start date | since',
  ends: 'berakhir | termination date | selesai | tanggal selesai | ends | end date | until',
  prefix: 'prefix | prefiks | subnet | network | jaringan',
  ipAddress: 'ip | ip address | address | alamat ip | primary ip4 | primary ip | ipv4',
  vlan: 'vlan | vlan id | vid | vlan vid',
  closure:
    'closure | jc | joint | joint closure | joint box | sambungan | nama sambungan | kode sambungan | ' +
    'titik sambung | titik sambungan | lokasi sambungan | lokasi splice | splice point | ' +
    'splice closure | enclosure',
  cableA:
    'kabel a | kabel asal | kabel masuk | kabel 1 | kabel in | kabel dari | kabel from | ' +
    'kabel incoming | cable a | cable asal | cable masuk | cable 1 | cable in | cable dari | ' +
    'cable from | cable incoming | a kabel | in kabel | from kabel | incoming kabel | a cable | ' +
    'in cable | from cable | incoming cable | strand a',
  tubeA:
    'tube a | tube asal | tube masuk | tube 1 | tube in | tube dari | tube from | tube incoming | ' +
    'tabung a | tabung asal | tabung masuk | tabung 1 | tabung in | tabung dari | tabung from | ' +
    'tabung incoming | buffer a | buffer asal | buffer masuk | buffer 1 | buffer in | buffer dari | ' +
    'buffer from | buffer incoming | loose tube a | loose tube asal | loose tube masuk | loose tube 1 | ' +
    'loose tube in | loose tube dari | loose tube from | loose tube incoming | a tube | in tube | ' +
    'from tube | incoming tube | a tabung | in tabung | from tabung | incoming tabung | a buffer | ' +
    'in buffer | from buffer | incoming buffer | a loose tube | in loose tube | from loose tube | ' +
    'incoming loose tube | tube | tabung | loose tube | warna tube | warna tabung',
  coreA:
    'core a | core asal | core masuk | core 1 | core in | core dari | core from | core incoming | ' +
    'inti a | inti asal | inti masuk | inti 1 | inti in | inti dari | inti from | inti incoming | ' +
    'serat a | serat asal | serat masuk | serat 1 | serat in | serat dari | serat from | ' +
    'serat incoming | fiber a | fiber asal | fiber masuk | fiber 1 | fiber in | fiber dari | ' +
    'fiber from | fiber incoming | fibre a | fibre asal | fibre masuk | fibre 1 | fibre in | ' +
    'fibre dari | fibre from | fibre incoming | no core a | no core asal | no core masuk | no core 1 | ' +
    'no core in | no core dari | no core from | no core incoming | nomor core a | nomor core asal | ' +
    'nomor core masuk | nomor core 1 | nomor core in | nomor core dari | nomor core from | ' +
    'nomor core incoming | core no a | core no asal | core no masuk | core no 1 | core no in | ' +
    'core no dari | core no from | core no incoming | a core | in core | from core | incoming core | ' +
    'a inti | in inti | from inti | incoming inti | a serat | in serat | from serat | incoming serat | ' +
    'a fiber | in fiber | from fiber | incoming fiber | a fibre | in fibre | from fibre | ' +
    'incoming fibre | a no core | in no core | from no core | incoming no core | a nomor core | ' +
    'in nomor core | from nomor core | incoming nomor core | a core no | in core no | from core no | ' +
    'incoming core no | warna core a',
  sideA:
    'sisi a | sisi asal | sisi masuk | sisi 1 | sisi in | sisi dari | sisi from | sisi incoming | ' +
    'side a | side asal | side masuk | side 1 | side in | side dari | side from | side incoming | ' +
    'a sisi | in sisi | from sisi | incoming sisi | a side | in side | from side | incoming side',
  cableB:
    'kabel b | kabel tujuan | kabel keluar | kabel 2 | kabel out | kabel ke | kabel to | ' +
    'kabel outgoing | cable b | cable tujuan | cable keluar | cable 2 | cable out | cable ke | ' +
    'cable to | cable outgoing | b kabel | out kabel | to kabel | outgoing kabel | b cable | out cable | ' +
    'to cable | outgoing cable | strand b',
  tubeB:
    'tube b | tube tujuan | tube keluar | tube 2 | tube out | tube ke | tube to | tube outgoing | ' +
    'tabung b | tabung tujuan | tabung keluar | tabung 2 | tabung out | tabung ke | tabung to | ' +
    'tabung outgoing | buffer b | buffer tujuan | buffer keluar | buffer 2 | buffer out | buffer ke | ' +
    'buffer to | buffer outgoing | loose tube b | loose tube tujuan | loose tube keluar | loose tube 2 | ' +
    'loose tube out | loose tube ke | loose tube to | loose tube outgoing | b tube | out tube | ' +
    'to tube | outgoing tube | b tabung | out tabung | to tabung | outgoing tabung | b buffer | ' +
    'out buffer | to buffer | outgoing buffer | b loose tube | out loose tube | to loose tube | ' +
    'outgoing loose tube',
  coreB:
    'core b | core tujuan | core keluar | core 2 | core out | core ke | core to | core outgoing | ' +
    'inti b | inti tujuan | inti keluar | inti 2 | inti out | inti ke | inti to | inti outgoing | ' +
    'serat b | serat tujuan | serat keluar | serat 2 | serat out | serat ke | serat to | ' +
    'serat outgoing | fiber b | fiber tujuan | fiber keluar | fiber 2 | fiber out | fiber ke | ' +
    'fiber to | fiber outgoing | fibre b | fibre tujuan | fibre keluar | fibre 2 | fibre out | ' +
    'fibre ke | fibre to | fibre outgoing | no core b | no core tujuan | no core keluar | no core 2 | ' +
    'no core out | no core ke | no core to | no core outgoing | nomor core b | nomor core tujuan | ' +
    'nomor core keluar | nomor core 2 | nomor core out | nomor core ke | nomor core to | ' +
    'nomor core outgoing | core no b | core no tujuan | core no keluar | core no 2 | core no out | ' +
    'core no ke | core no to | core no outgoing | b core | out core | to core | outgoing core | b inti | ' +
    'out inti | to inti | outgoing inti | b serat | out serat | to serat | outgoing serat | b fiber | ' +
    'out fiber | to fiber | outgoing fiber | b fibre | out fibre | to fibre | outgoing fibre | ' +
    'b no core | out no core | to no core | outgoing no core | b nomor core | out nomor core | ' +
    'to nomor core | outgoing nomor core | b core no | out core no | to core no | outgoing core no | ' +
    'warna core b',
  sideB:
    'sisi b | sisi tujuan | sisi keluar | sisi 2 | sisi out | sisi ke | sisi to | sisi outgoing | ' +
    'side b | side tujuan | side keluar | side 2 | side out | side ke | side to | side outgoing | ' +
    'b sisi | out sisi | to sisi | outgoing sisi | b side | out side | to side | outgoing side',
  lossDb:
    'redaman | redaman db | loss | loss db | splice loss | rugi | rugi sambungan | redaman sambungan | ' +
    'redaman splice | attenuation',
  measured:
    'tanggal ukur | tgl ukur | measured | measured on | diukur | tanggal splice | tgl splice | ' +
    'tanggal sambung | splice date',
  port: 'no port | nomor port | port no | port odf | port otb | port number | port ke',
}
