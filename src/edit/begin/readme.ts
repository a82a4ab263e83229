interface Named {
  readonly network: string
  readonly name: string
}

/** README of a regency's repository: what an engineer does, in Indonesian and English. */
export function readme(named: Named): string {
  return `# Jaringan ${named.name}

*English below.*

${indonesian(named)}
${english(named)}`
}

const deploy = (network: string, words: readonly [string, string, string, string, string]): string => `\`\`\`sh
npm install @pulumi/pulumi                # ${words[0]}
export PULUMI_CONFIG_PASSPHRASE='…'       # ${words[1]}
pulumi login file:///srv/serat-state      # ${words[2]}
pulumi stack init ${network}
npx serat secrets --secrets /etc/serat/${network}-secrets.yaml --generate
npx serat build                           # ${words[3]}
pulumi preview --diff --stack ${network}
pulumi up --stack ${network}              # ${words[4]}
\`\`\`
`

const indonesian = ({ network }: Named): string => `## Bahasa Indonesia

Jaringan ini ditulis sebagai berkas di \`sites/\`; Serat memeriksanya dan membuat konfigurasi router, rencana IP, catatan kontrak dan peta.
Data pertama adalah contoh rekaan; ganti dengan data Anda, lalu hapus catatannya di \`sites/network.yaml\` dan \`sites/waivers.yaml\`.

\`\`\`sh
npm ci                # sekali sesudah setiap klon: juga memasang skema editor dan penggabung buku alokasi
npx serat check       # semua temuan, pada barisnya
npx serat build       # tulis out/ dan buku alokasi sites/allocations.lock.yaml; simpan bukunya ke Git
npx serat show sites  # tabel; juga ports, odf, cores, optics, models, spare
\`\`\`

| untuk | lakukan |
|---|---|
| menambah situs, sirkuit, rute, kontrak | \`npx serat new KIND ID\` menerima yang hanya Anda tahu (\`--help\`) dan memilih yang bebas |
| memakai data yang sudah ada | \`npx serat import BERKAS --out usulan\` membaca CSV, XLSX, KML, GeoJSON; baca \`usulan/report.id.md\` dahulu |
| mengganti nama | \`npx serat rename site LAMA BARU\`: alamat tetap |
| mengakhiri | \`npx serat retire site ID\` |
| melihat akibat perubahan | \`npx serat diff\` |
| memahami temuan atau baris | \`npx serat explain KODE\`, \`npx serat explain out/…:BARIS\` |
| model router atau optik yang tidak ada di katalog | sebuah berkas di \`sites/types/\` |
| memasang Serat yang lebih baru | letakkan di \`vendor/\`, \`npm install ./vendor/serat-….tgz\`, lalu \`npx serat upgrade --show\` |

Editor: \`code --install-extension node_modules/serat/dist/serat.vsix\` (VS Code); editor lain memakai \`npx serat lsp\`.

Alamat tidak pernah diketik dan tidak pernah berpindah: buku alokasi mencatatnya. Dua cabang yang menambah situs digabung tanpa konflik di
buku itu. Tombol gabung di situs web Git tidak menjalankan penggabung: CI mengatakan apa yang harus didorong.

Ke router (Pulumi terpasang; \`stacks/Pulumi.${network}.yaml\` berisi setelannya):

${deploy(network, [
  'sekali; simpan package.json ke Git',
  'pilih satu dan simpan baik-baik',
  'folder di mesin ini, atau s3://, postgres://',
  'kunci publik masuk ke buku alokasi: simpan ke Git',
  'menulis berkas ke serat:outputRoot; serat:target mengirimnya ke router',
])}`

const english = ({ network }: Named): string => `## English

This network is written as files in \`sites/\`; Serat checks them, and makes router configurations, an IP plan, contract records and maps.
The first data is composed; put yours in its place, then remove its notes in \`sites/network.yaml\` and \`sites/waivers.yaml\`.

\`\`\`sh
npm ci                # once after each clone: installs editor schemas and the merge driver of the ledger too
npx serat check       # all findings, at their lines
npx serat build       # writes out/ and the ledger sites/allocations.lock.yaml; commit the ledger
npx serat show sites  # tables; also ports, odf, cores, optics, models, spare
\`\`\`

| to | do |
|---|---|
| add a site, circuit, route, contract | \`npx serat new KIND ID\` takes what only you know (\`--help\`) and chooses what is free |
| use what you have already | \`npx serat import FILE --out proposal\` reads CSV, XLSX, KML, GeoJSON; read its report first |
| rename | \`npx serat rename site OLD NEW\`: addresses stay |
| end | \`npx serat retire site ID\` |
| see what a change does | \`npx serat diff\` |
| understand a finding or a line | \`npx serat explain CODE\`, \`npx serat explain out/…:LINE\` |
| use a model of router or optics that the catalogue lacks | a file in \`sites/types/\` |
| take a newer Serat | lay it into \`vendor/\`, \`npm install ./vendor/serat-….tgz\`, then \`npx serat upgrade --show\` |

Editor: \`code --install-extension node_modules/serat/dist/serat.vsix\` (VS Code); others take \`npx serat lsp\`.

Nobody types an address, and none ever moves: the ledger records them. Two branches that each add a site merge without a conflict in it.
A merge button on a Git host runs no merge driver: CI says what to push.

To routers (with Pulumi installed; \`stacks/Pulumi.${network}.yaml\` holds its settings):

${deploy(network, [
  'once; commit package.json',
  'choose one and keep it',
  'a folder of this machine, or s3://, postgres://',
  'public keys go to the ledger: commit it',
  'writes files to serat:outputRoot; serat:target sends them to routers',
])}`
