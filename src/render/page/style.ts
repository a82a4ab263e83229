/** Everything that the page looks like; its hash stands in the page's security policy. Links to nothing. */
export const style = `
:root { color-scheme: light; --ink: #22303a; --faint: #56606a; --paper: #fcfaf5; --line: #d9d2c2; --band: #f3efe5; --fibre: #0b6660; --warn: #8a4b00; --bad: #9b1c1c; }
* { box-sizing: border-box; }
html { scroll-padding-top: 3.4rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.45 Helvetica, Arial, "Liberation Sans", sans-serif; }
header, main, footer { max-width: 104rem; margin: 0 auto; padding: 1rem 1.5rem; }
h1 { margin: 0.4rem 0 0; font-size: 2rem; line-height: 1.15; }
h2 { margin: 2.4rem 0 0.6rem; padding-bottom: 0.2rem; border-bottom: 2px solid var(--ink); font-size: 1.35rem; }
[lang=en] { color: var(--faint); font-style: italic; font-size: 0.86em; font-weight: normal; }
body:has(#lang-id:checked) [lang=en] { display: none; }
body:has(#lang-en:checked) [lang=id] { display: none; }
body:has(#lang-en:checked) [lang=en] { color: inherit; font-style: normal; font-size: 1em; font-weight: inherit; }
th [lang=en], caption [lang=en], h1 [lang=en], .figures [lang=en] { display: block; }
nav { position: sticky; top: 0; z-index: 2; background: var(--ink); color: #fff; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; max-width: 104rem; margin: 0 auto; padding: 0.55rem 1.5rem; list-style: none; }
nav a { color: #fff; text-underline-offset: 3px; }
nav a:focus-visible, a:focus-visible, .wide:focus-visible, input:focus-visible + label { outline: 3px solid #d98b00; outline-offset: 2px; }
nav [lang=en] { color: #c9d3d6; }
a { color: var(--fibre); }
fieldset { display: inline-flex; gap: 0.3rem 0.9rem; flex-wrap: wrap; margin: 0.6rem 0 0; padding: 0.2rem 0.8rem 0.4rem; border: 1px solid var(--line); border-radius: 6px; }
.notes { margin: 1rem 0; padding: 0.7rem 1rem; border: 2px solid var(--warn); border-radius: 6px; background: #fff7e8; }
.notes p { margin: 0.2rem 0; }
.notes ul { margin: 0.3rem 0; padding-left: 1.2rem; }
.figures { display: flex; flex-wrap: wrap; gap: 0.7rem; margin: 1rem 0; padding: 0; list-style: none; }
.figures li { min-width: 8.5rem; padding: 0.5rem 0.9rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
.figures strong { display: block; font-size: 1.5rem; line-height: 1.2; }
figure { margin: 1rem 0; border: 1px solid var(--line); background: #fff; }
figure svg { display: block; width: 100%; height: auto; }
figcaption { padding: 0.4rem 0.8rem; color: var(--faint); }
.wide { overflow-x: auto; margin: 0.8rem 0 1.6rem; }
table { border-collapse: collapse; width: 100%; background: #fff; font-size: 13.5px; }
caption { padding: 0.3rem 0; text-align: left; font-weight: bold; }
th, td { padding: 0.3rem 0.55rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--band); }
tbody th { font-weight: normal; }
tbody tr:nth-child(even) > * { background: #faf8f2; }
.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: 12.5px/1.4 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: break-word; }
tbody th code { white-space: nowrap; }
.error { color: var(--bad); font-weight: bold; }
.warning { color: var(--warn); font-weight: bold; }
@media print {
  @page { size: A3 landscape; margin: 12mm; }
  nav, fieldset { display: none; }
  body { background: #fff; font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  .wide { overflow: visible; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`
