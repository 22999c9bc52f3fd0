// The style of the import report: Carnet's paper and ink, light and dark, and black on white in print.
// It is part of the page, which is sent by e-mail and opened alone; it uses only fonts that the reader has.

export const REPORT_STYLE = `
:root { color-scheme: light dark; --paper: #fbf8f1; --sheet: #fffdf9; --ink: #221d2c; --soft: #5c5468; --accent: #55269b; --rule: #dcd5e2; --good: #1d6336; --bad: #a3202f; --wash: #f1ecf8 }
@media (prefers-color-scheme: dark) { :root { --paper: #16131d; --sheet: #1e1a27; --ink: #ebe6ef; --soft: #aea5bb; --accent: #c8b1ff; --rule: #3a3347; --good: #8fd6a6; --bad: #ffa3a8; --wash: #261f35 } }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem }
h1, h2, h3 { font-family: Literata, Georgia, "Noto Serif", serif; line-height: 1.2; margin: 0; text-wrap: balance }
h1 { font-size: clamp(1.9rem, 1.4rem + 2vw, 2.75rem) }
h2 { font-size: 1.4rem; margin-bottom: .75rem }
h3 { font-size: 1rem; margin: 1.25rem 0 .35rem }
section { margin-top: 2.75rem }
.from { margin: .4rem 0 0; color: var(--soft) }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; margin: 1.75rem 0 1.25rem; padding: 0; list-style: none }
.figures li { padding: .9rem 1.1rem; background: var(--sheet); border: 1px solid var(--rule); border-top: 4px solid var(--accent); border-radius: 4px }
.figures .good { border-top-color: var(--good) }
.figures .bad { border-top-color: var(--bad) }
.figures b { display: block; font: 700 1.9rem/1.15 Literata, Georgia, "Noto Serif", serif }
.good b, .done { color: var(--good) }
.bad b, .todo h3 { color: var(--bad) }
.figures span, .facts, small { color: var(--soft) }
.facts { margin: 0; padding: 0; list-style: none }
.lines { margin: 0; padding: 0; list-style: none; columns: 26rem; column-gap: 2.5rem }
.lines li { padding: .3rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; overflow-wrap: anywhere }
.todo { padding: 1.1rem 1.25rem 1.25rem; background: var(--sheet); border: 1px solid var(--rule); border-left: 5px solid var(--bad); border-radius: 4px }
.todo.none { border-left-color: var(--good) }
.todo p { margin: 0 }
code { font: .875em/1.5 ui-monospace, Menlo, Consolas, monospace; overflow-wrap: anywhere }
details { margin-top: 2.75rem }
summary { cursor: pointer; font: 700 1.4rem/1.2 Literata, Georgia, "Noto Serif", serif; padding: .35rem 0 }
summary small { font: 400 1rem system-ui, sans-serif }
td details { margin: 0 }
td summary { font: inherit; color: var(--accent); padding: .1rem 0 }
td ul { margin: .3rem 0 0; padding: 0 0 0 1.1rem; font-size: .9rem }
.table { overflow-x: auto }
table { width: 100%; border-collapse: collapse; background: var(--sheet); border: 1px solid var(--rule) }
th { position: sticky; top: 0; background: var(--wash); font-weight: 700 }
th, td { padding: .65rem .85rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule) }
td { min-width: 11rem; overflow-wrap: anywhere }
td > b { display: block; font-weight: 650 }
td small { display: block }
tr.person { box-shadow: inset 5px 0 var(--bad) }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%) } table, tbody, tr, td { display: block; width: 100%; border: 0 } tr { padding: .6rem 0; border-bottom: 1px solid var(--rule) } td { padding: .2rem .85rem } }
@media print { :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #333; --wash: #fff } th { position: static } }
`;
