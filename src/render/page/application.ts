import { createHash } from 'node:crypto'
import type { Network } from '../../model/network.ts'
import { byText } from '../../text/order.ts'
import type { Ends } from '../artifact.ts'
import type { ManifestEntry } from '../manifest.ts'
import { xmlText } from '../text/escape.ts'
import type { Cargo } from './cargo.ts'
import { messages } from './messages.ts'
import { style as tablesStyle } from './style.ts'

/** The program that opens in a browser, as `packaging/page.ts` bundles it, and what it carries. */
export interface Application {
  readonly script: string
  readonly style: string
  readonly cargo: Omit<Cargo, 'artifacts'>
}

/**
 * The page with the application in it, around its tables. Nothing but these three texts runs or styles; where no script
 * runs the tables stand. They are made of what the application carries, by the compiler that it carries.
 */
export function aroundTables(
  { declared }: Network,
  { script, style, cargo }: Application,
  before: readonly ManifestEntry[],
): Ends {
  const title = messages.title({ network: declared.name })
  const ownStyle = `${style}\n${footOfSheets(cargo)}`
  const styles = [ownStyle, tablesStyle].map(text => `'sha256-${sha256Base64(text)}'`).join(' ')
  const artifacts = before.toSorted(byPath).map(({ path, sha256, bytes }) => [path, sha256, bytes] as const)
  const policy =
    `default-src 'none'; script-src 'sha256-${sha256Base64(script)}'; style-src ${styles}; img-src data:; ` +
    `base-uri 'none'; form-action 'none'`
  const head = `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${xmlText(title.id)}</title>
<link rel="icon" href="data:,">
<style>${ownStyle}</style>
<noscript><style>${tablesStyle}</style></noscript>
</head>
<body>
<div id="page"></div>
<noscript>
`
  const tail = `</noscript>
<script type="application/json" id="cargo">${inlineJson({ ...cargo, artifacts })}</script>
<script>${script}</script>
</body>
</html>
`
  return { head, tail }
}

/** Every sheet of paper says of which day and which inventory it is. */
function footOfSheets({ asOf, inventoryHash, version }: Application['cargo']): string {
  return `@page { @bottom-left { content: "${asOf} · ${inventoryHash.slice(0, 16)} · Serat ${version}"; font: 8pt sans-serif; } }`
}

const byPath = byText(({ path }: ManifestEntry) => path)

/** JSON that cannot end the element that it stands in. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}

export function sha256Base64(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
