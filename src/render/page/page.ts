import type { Diagnostic } from '../../diagnostic/diagnostic.ts'
import type { Network } from '../../model/network.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Artifact } from '../artifact.ts'
import { sourcesOf } from '../sources-of.ts'
import { bilingual } from '../tables/bilingual.ts'
import { xmlText } from '../text/escape.ts'
import { notesOf } from '../text/notes.ts'
import { aroundTables, sha256Base64, type Application } from './application.ts'
import { figures } from './figures.ts'
import { messages } from './messages.ts'
import { sectionHtml } from './section.ts'
import { sectionsOf } from './sections.ts'
import { style } from './style.ts'

/** What the page shows: a network as it was compiled. */
interface Compiled {
  readonly network: Network
  readonly plan: Plan
  readonly diagnostics: readonly Diagnostic[]
  readonly waived: readonly Diagnostic[]
  readonly asOf: string
}

/**
 * `index.html`: the whole network for people who read. One file that asks for nothing else: no font, no picture from
 * elsewhere, and a policy that forbids them. With an application it compiles the inventory that it carries; where no
 * script runs its tables are there. Beside the manifest it is the one artifact that says the date.
 */
export function page(compiled: Compiled, application?: Application): Artifact {
  const { network } = compiled
  return {
    path: 'index.html',
    sources: () =>
      sourcesOf(
        [network],
        network.sites.values(),
        network.tenants.values(),
        network.routes.values(),
        network.circuits.values(),
        network.uplinks.values(),
        network.contracts.values(),
        network.areas.values(),
        network.plants.values(),
        network.waivers.values(),
      ),
    ...(application === undefined
      ? { content: () => tablesHtml(compiled) }
      : {
          ends: before => aroundTables(network, application, before),
          content: (before = []) => {
            const { head, tail } = aroundTables(network, application, before)
            return `${head}${tablesBeside(compiled, application)}${tail}`
          },
        }),
  }
}

/** What was left out of the page stands in its tables no more than in what it carries: then there are none. */
function tablesBeside(compiled: Compiled, { cargo }: Application): string {
  if (cargo.without.length === 0) return tablesBody(compiled)
  const { id, en } = messages.withheld
  return `<p>${xmlText(id)}</p>\n<p lang="en">${xmlText(en)}</p>\n`
}

function tablesHtml(compiled: Compiled): string {
  const title = messages.title({ network: compiled.network.declared.name })
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${sha256Base64(style)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${xmlText(title.id)}</title>
<style>${style}</style>
</head>
<body>
${tablesBody(compiled)}</body>
</html>
`
}

function tablesBody({ network, plan, diagnostics, waived, asOf }: Compiled): string {
  const sections = sectionsOf(network, plan, diagnostics, waived)
  const title = messages.title({ network: network.declared.name })
  return `<header>
<h1>${xmlText(title.id)} <span lang="en">${xmlText(title.en)}</span></h1>
<p>${bilingual(messages.asOf({ day: asOf }))}</p>
${languages}
${notesHtml(network)}
${figures(network, diagnostics)}
</header>
<nav aria-label="Bagian halaman"><ul>${sections.map(({ id, title: heading }) => `<li><a href="#${id}">${bilingual(heading)}</a></li>`).join('')}</ul></nav>
<main>
${sections.map(sectionHtml).join('')}</main>
<footer><p>${bilingual(messages.madeBy)}</p></footer>
`
}

const languages = `<fieldset><legend>Bahasa / <span lang="en">Language</span></legend>
<span><input type="radio" name="lang" id="lang-both" checked><label for="lang-both"> dua bahasa / both</label></span>
<span><input type="radio" name="lang" id="lang-id"><label for="lang-id"> Indonesia</label></span>
<span><input type="radio" name="lang" id="lang-en"><label for="lang-en"> English</label></span>
</fieldset>`

/** What is composed must be seen before anything else is read. */
function notesHtml(network: Network): string {
  const notes = notesOf(network)
  if (notes.length === 0) return ''
  return `<div class="notes" role="note"><p><strong>${bilingual(messages.aboutData)}</strong></p><ul>${notes.map(note => `<li>${bilingual(note)}</li>`).join('')}</ul></div>`
}
