interface Named {
  readonly network: string
  readonly name: string
}

/** README of a regency's repository: what an engineer does, in Indonesian and English. */
export function readme({ network, name }: Named): string {
  return `# Jaringan ${name}

Jaringan ini ditulis sebagai berkas di \`sites/\`; [Serat](sites/network.yaml) memeriksanya dan membuat konfigurasi router, rencana IP,
catatan kontrak dan peta. Data pertama adalah contoh rekaan; ganti dengan data Anda.

*English below.*

## Bahasa Indonesia

\`\`\`sh
npm ci                # sekali sesudah setiap klon: juga memasang skema editor dan penggabung buku alokasi
npx serat check       # semua temuan, pada barisnya
npx serat build       # tulis out/ dan buku alokasi sites/allocations.lock.yaml; simpan bukunya ke Git
npx serat show sites  # tabel; juga ports, odf, cores, optics, models, spare
\`\`\`

| untuk | lakukan |
|---|---|
| menambah situs, sirkuit, rute, kontrak | \`npx serat new KIND ID\` menerima yang hanya Anda tahu (\`--help\`) dan memilih yang bebas |
| mengganti nama | \`npx serat rename site LAMA BARU\`: alamat tetap |
| mengakhiri | \`npx serat retire site ID\` |
| melihat akibat perubahan | \`npx serat diff\` |
| memasang | \`npx serat keys --secrets /etc/serat/${network}-secrets.yaml\`, lalu \`pulumi up --stack ${network}\` |

Alamat tidak pernah diketik dan tidak pernah berpindah: buku alokasi mencatatnya. Dua cabang yang menambah situs digabung tanpa konflik di
buku itu. Tombol gabung di situs web Git tidak menjalankan penggabung: CI mengatakan apa yang harus didorong.

## English

\`\`\`sh
npm ci                # once after each clone: installs editor schemas and the merge driver of the ledger too
npx serat check       # all findings, at their lines
npx serat build       # writes out/ and the ledger sites/allocations.lock.yaml; commit the ledger
npx serat show sites  # tables; also ports, odf, cores, optics, models, spare
\`\`\`

| to | do |
|---|---|
| add a site, circuit, route, contract | \`npx serat new KIND ID\` takes what only you know (\`--help\`) and chooses what is free |
| rename | \`npx serat rename site OLD NEW\`: addresses stay |
| end | \`npx serat retire site ID\` |
| see what a change does | \`npx serat diff\` |
| deploy | \`npx serat keys --secrets /etc/serat/${network}-secrets.yaml\`, then \`pulumi up --stack ${network}\` |

Nobody types an address, and none ever moves: the ledger records them. Two branches that each add a site merge without a conflict in it.
A merge button on a Git host runs no merge driver: CI says what to push.
`
}
