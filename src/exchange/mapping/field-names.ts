import type { Field } from './fields.ts'

/** Names of columns in Indonesian and English, as offices, providers and exports of other programs write them; in lower case, words alone, with ` | ` between. */
export const fieldNames: Readonly<Record<Field, string>> = {
  ref:
    'kode | code | no tiang | nomor tiang | kode tiang | id tiang | pole id | pole no | pole number | ' +
    'pole code | nama tiang | label | ref | reference | kode closure | kode odp | kode odc | odp | id odp | ' +
    'nama odp | terminal | terminal id | id terminal | kode terminal | kode situs | site id | site code | ' +
    'id situs | kode lokasi | id lokasi | kode kabel | id kabel | cable id | cable code | nomor kabel | no kabel | ' +
    'slug | uid | nama odf | kode odf | id odf | odf | nama otb | kode otb | otb | nama closure | id closure | nama jc | no jc | kode jc | ' +
    'nama odc | id odc | nama handhole | kode handhole | no handhole | label tiang | kode titik | id titik | no titik | asset id | kode aset | structure id | id | fid | objectid',
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
  trays: 'tray | trays | jumlah tray',
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
    'from structure',
  to:
    'ke | to | tujuan | akhir | titik akhir | end | b end | ujung b | ke tiang | tiang akhir | node b | ' +
    'to structure',
  lengthM:
    'panjang | length | panjang m | length m | panjang meter | jarak | jarak m | length metres | distance m | fibre length | ' +
    'panjang kabel | length m metre',
  along: 'along | melalui | structures | struktur | jalan',
  installation: 'pemasangan | installation | cara pasang | deployment | gelaran | jenis gelaran',
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
}
