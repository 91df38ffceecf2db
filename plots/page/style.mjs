// @ts-check
// The style sheet of the page: the report's colours and type.
export const PAGE_STYLE = `html { font-size: 100%; }
:root { --side: max(28px, calc((100vw - 1560px) / 2 + 28px)); --ink: #1b2733; --text: #33404c; --faint: #5f6c78; --line: #dfe4e9; --edge: #7d8a96; --need: #0b4f8f; --plum: #5f1f4b; --sand: #dcc49c; --pale: #d3e3f1; --wash: #f5f7f9; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 64px; }
body { margin: 0; color: var(--text); background: #fff; font: 0.9375rem/1.5 Inter, "Segoe UI", "Open Sans", "DejaVu Sans", sans-serif; font-feature-settings: "tnum"; }
h1, h2, h3 { color: var(--ink); line-height: 1.25; text-wrap: balance; }
h1 { font-size: 1.5rem; margin: 14px 0 4px; letter-spacing: -0.012em; }
h1:focus { outline: none; }
h2 { font-size: 1.125rem; margin: 0 0 6px; }
p { margin: 0 0 8px; max-width: 70em; }
a, .link { color: var(--need); }
button, select, input, textarea, label.button { font: inherit; color: var(--ink); }
button, label.button { display: inline-block; min-height: 34px; padding: 4px 12px; background: #fff; border: 1px solid var(--edge); border-radius: 5px; cursor: pointer; }
button:hover:not(:disabled, [aria-disabled="true"]), label.button:hover { background: var(--wash); border-color: var(--need); }
button:disabled, button[aria-disabled="true"] { color: #6d7985; border-color: var(--line); background: var(--wash); cursor: default; }
button.main { background: var(--need); border-color: var(--need); color: #fff; font-weight: 600; }
button.main:hover:not(:disabled) { background: #093f72; }
button.main:disabled { background: #e4e9ee; border-color: #e4e9ee; color: #5f6c78; }
button.quiet { border-color: transparent; background: none; color: var(--need); padding: 2px 6px; min-height: 28px; }
button.quiet:hover { text-decoration: underline; background: none; }
button.small { font-size: 0.8125rem; min-height: 24px; }
button.danger { color: #8c1d3f; border-color: #8c1d3f; }
button.link { border: 0; padding: 0; min-height: 24px; background: none; text-decoration: underline; text-align: left; }
:focus-visible { outline: 3px solid var(--need); outline-offset: 2px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
label.button:focus-within { outline: 3px solid var(--need); outline-offset: 2px; }
.skip { position: absolute; left: -999px; top: 4px; background: #fff; padding: 6px 12px; z-index: 10; }
.skip:focus { left: 8px; }
header.top { position: sticky; top: 0; z-index: 5; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 22px; padding: 8px var(--side); background: #fff; border-bottom: 1px solid var(--line); }
header.top .brand { margin: 0; font-size: 1.125rem; }
.brand strong { color: var(--plum); letter-spacing: -0.01em; }
header.top nav { display: flex; flex-wrap: wrap; gap: 4px; margin-left: auto; }
header.top nav a { padding: 6px 12px; border-radius: 5px; text-decoration: none; color: var(--text); }
header.top nav a:hover { background: var(--wash); }
header.top nav a[aria-current] { background: var(--plum); color: #fff; font-weight: 600; }
.which { display: flex; align-items: center; gap: 8px; color: var(--faint); font-size: 0.875rem; }
.which select { max-width: 17em; }
.status { margin: 0; padding: 6px var(--side) 0; font-size: 0.8438rem; color: var(--faint); min-height: 26px; max-width: none; }
main { padding: 0 var(--side) 20px; }
main:focus { outline: none; }
footer { padding: 12px var(--side) 24px; color: var(--faint); font-size: 0.8438rem; border-top: 1px solid var(--line); }
.note, .help { color: var(--faint); font-size: 0.875rem; }
.help { font-size: 0.8438rem; margin: 0 0 8px; }
.columns { display: grid; grid-template-columns: minmax(340px, 5fr) minmax(0, 8fr); gap: 28px; align-items: start; }
.beside { position: sticky; top: 64px; min-width: 0; }
.tools { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin: 6px 0 10px; }
.alternatives [role="tablist"] { display: flex; flex-wrap: wrap; gap: 4px; border-bottom: 2px solid var(--plum); }
.alternatives [role="tab"] { border-radius: 5px 5px 0 0; border: 1px solid var(--line); border-bottom: 0; background: var(--wash); max-width: 14em; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.alternatives [role="tab"][aria-selected="true"] { background: var(--plum); border-color: var(--plum); color: #fff; font-weight: 600; }
.tools button { font-size: 0.875rem; padding: 2px 10px; min-height: 30px; }
.field { margin: 0 0 10px; min-width: 0; }
.field > label, .field legend { display: block; font-size: 0.8438rem; font-weight: 600; color: var(--ink); margin-bottom: 2px; }
input[type="file"] { max-width: 100%; }
select, input[type="text"], input[type="date"], textarea { width: 100%; min-height: 34px; padding: 4px 8px; background: #fff; border: 1px solid var(--edge); border-radius: 5px; }
textarea { font: 0.8125rem/1.45 "DejaVu Sans Mono", Consolas, monospace; }
.which select { width: auto; }
input[type="checkbox"] { width: 20px; height: 20px; margin: 4px 6px 0 0; accent-color: var(--need); vertical-align: middle; }
.check { display: flex; align-items: center; }
.number { display: flex; gap: 10px; align-items: center; }
.number input[type="text"] { width: 7.5em; flex: none; }
.reads { font-size: 0.84rem; color: var(--faint); margin: 2px 0 0; }
input[type="range"] { flex: 1; width: 100%; min-width: 0; min-height: 30px; accent-color: var(--plum); }
.interval { display: flex; gap: 8px; align-items: end; margin-top: 4px; }
.interval { flex-wrap: wrap; }
.interval .part { display: flex; gap: 6px; align-items: center; white-space: nowrap; font-size: 0.7812rem; color: var(--faint); }
.interval .part input { width: 7em; }
.wrong input, .wrong select { border-color: #8c1d3f; border-width: 2px; }
.problem { color: #8c1d3f; font-size: 0.875rem; margin: 2px 0 6px; }
.problem::before { content: "⚠ "; }
.problems { margin: 0 0 10px; padding-left: 20px; color: #8c1d3f; }
.problems .link { color: #8c1d3f; }
.today { font-size: 0.7812rem; color: var(--faint); margin-top: 2px; }
.today summary { cursor: pointer; padding: 2px 0; }
.today p { margin: 2px 0 0 14px; }
.pickers { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 0 14px; padding: 10px 12px 2px; background: var(--wash); border-radius: 6px; margin-bottom: 12px; }
fieldset { border: 1px solid var(--line); border-radius: 6px; margin: 0 0 8px; padding: 4px 10px; min-width: 0; }
fieldset.action { position: relative; border-color: #c3ccd4; padding: 4px 14px 8px; margin-bottom: 14px; }
fieldset.action > legend { font-weight: 600; color: var(--plum); padding: 0 6px; font-size: 1rem; }
fieldset.action > .help { padding-right: 28px; }
.remove { position: absolute; right: 4px; top: -2px; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(14.5rem, 1fr)); gap: 0 18px; }
.more > summary { cursor: pointer; color: var(--need); padding: 4px 0; }
.empty { padding: 8px 0 0; margin: 0; }
.examples { display: flex; flex-wrap: wrap; gap: 6px; margin: 6px 0 12px; }
.numbers summary { cursor: pointer; color: var(--need); padding: 4px 6px; font-size: 0.8125rem; min-height: 24px; }
.numbers table { width: auto; min-width: 50%; }
.answer, .full { padding: 14px 18px; border: 1px solid var(--line); border-radius: 8px; margin-bottom: 16px; background: #fff; }
.headline { font-size: 1.1875rem; line-height: 1.3; font-weight: 600; color: var(--ink); text-wrap: balance; margin-bottom: 8px; }
.remark { padding: 6px 12px; background: #fbf3e4; border: 1px solid var(--sand); border-radius: 5px; margin-bottom: 8px; font-size: 0.875rem; }
.remark p { margin: 0; }
.field.year { display: grid; grid-template-columns: auto minmax(100px, 22rem) auto; gap: 10px; align-items: center; justify-content: start; }
.field.year > label { margin: 0; }
output { font-weight: 600; color: var(--ink); }
table { border-collapse: collapse; font-size: 0.8438rem; line-height: 1.4; width: 100%; margin-bottom: 8px; }
caption { text-align: left; color: var(--faint); padding: 0 0 6px; }
th, td { text-align: left; vertical-align: top; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--faint); font-weight: 500; border-bottom: 1.5px solid #98a4af; vertical-align: bottom; }
tbody th { font-weight: 500; color: var(--ink); }
tr.region th, tr.region td { background: var(--wash); }
td small { display: block; color: var(--faint); font-size: 0.75rem; }
.unknown { color: var(--faint); }
.risk { display: inline-block; padding: 0 7px; border-radius: 3px; white-space: nowrap; }
.risk.low { background: var(--pale); color: #173f66; }
.risk.medium { background: var(--sand); color: #4a3410; }
.risk.high { background: var(--plum); color: #fff; }
.risk.near { background: #fff; color: var(--ink); box-shadow: inset 0 0 0 1px var(--edge); }
th small, small.why-not { display: block; font-weight: 400; font-size: 0.75rem; color: var(--faint); }
td .old, th .old { opacity: 0.5; }
small.why-not { min-width: 14em; color: #8c1d3f; white-space: normal; max-width: 22em; }
small.why-not .link { color: #8c1d3f; font-size: inherit; }
th small.verdict .risk { margin: 2px 0; }
button.link.why { color: inherit; font-size: inherit; }
.range { white-space: normal; }
figure.chart.old { position: relative; }
figure.chart.old img { opacity: 0.35; }
.redrawn { position: absolute; left: 50%; top: 40%; padding: 2px 10px; background: #fff; border: 1px solid var(--edge); border-radius: 5px; }
.scroll[aria-busy="true"] { opacity: 0.55; transition: opacity 0.15s 0.4s; }
.scroll { position: relative; overflow-x: auto; max-width: 100%; }
table.cells td { min-width: 4.6em; }
.pair { white-space: nowrap; }
.pair.parts { display: inline-flex; flex-wrap: wrap; align-items: baseline; gap: 2px 4px; white-space: normal; }
table.cells th:first-child { min-width: 9em; }
table.sides th:first-child { min-width: 12em; }
table.map td { padding: 4px 8px 4px 0; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 35rem), 1fr)); gap: 8px 28px; }
figure.chart { margin: 8px 0; }
figure.chart img { display: block; width: 100%; max-width: 60rem; height: auto; }
.took { font-size: 0.7812rem; color: var(--faint); margin: 4px 0 0; }
progress { width: 100%; height: 18px; accent-color: var(--need); }
.progress label { font-weight: 600; color: var(--ink); }
.results { list-style: none; padding: 0; margin: 0; }
.results li { padding: 8px 0; border-top: 1px solid var(--line); }
.results .tools { margin: 4px 0 0; }
.framed { display: flex; flex-direction: column; }
.framed iframe { width: 100%; height: calc(100vh - 190px); min-height: 420px; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
dialog.shown { width: min(96vw, 1400px); height: 94vh; max-height: 94vh; max-width: none; padding: 10px 14px; border: 1px solid var(--edge); border-radius: 8px; }
dialog.shown::backdrop { background: rgb(27 39 51 / 0.45); }
dialog.shown .close { position: absolute; right: 12px; top: 12px; }
dialog.shown .framed iframe { height: calc(94vh - 80px); }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 16px 28px; align-items: start; }
.two > section { border: 1px solid var(--line); border-radius: 8px; padding: 14px 18px; min-width: 0; }
.plain { list-style: none; padding: 0; margin: 0; display: grid; gap: 6px; justify-items: start; }
.drop { border: 2px dashed var(--edge); border-radius: 8px; padding: 16px; text-align: center; color: var(--faint); }
body.dragging .drop { border-color: var(--need); background: var(--pale); }
.took-in { color: #173f66; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.7812rem; background: var(--wash); padding: 10px; border-radius: 5px; }
.offer { margin: 10px var(--side); padding: 12px 18px; background: #fbf3e4; border: 1px solid var(--sand); border-radius: 8px; }
@media (min-width: 1001px) and (max-width: 1150px) { .columns { grid-template-columns: minmax(300px, 4fr) minmax(0, 8fr); gap: 20px; } .answer, .full { padding: 12px 14px; } }
@media (max-width: 1000px) { .columns { grid-template-columns: minmax(0, 1fr); } .beside { position: static; } }
@media (max-width: 640px) {
  :root { --side: 16px; }
  header.top { position: static; gap: 6px 12px; }
  header.top nav { margin-left: 0; order: 3; width: 100%; }
  header.top nav a { padding: 6px 9px; }
  .which span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .language { margin-left: auto; }
  h1 { font-size: 1.3125rem; }
  .answer, .full, .two > section { padding: 12px; }
  table.cells thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  table.cells, table.cells tbody, table.cells tr, table.cells th, table.cells td { display: block; }
  table.cells tr { padding: 6px 0; border-bottom: 2px solid var(--line); }
  table.cells th { border: 0; padding: 2px 0; }
  table.cells td { display: grid; grid-template-columns: 40% 1fr; gap: 8px; border: 0; padding: 2px 0; }
  table.cells caption { display: block; }
  table.cells td > span { display: block; }
  figure.chart { overflow-x: auto; }
  figure.chart img { min-width: 520px; }
  table.cells td::before { content: attr(data-label); color: var(--faint); font-size: 0.7812rem; }
  .framed iframe { height: 75vh; }
}
@media screen and (min-width: 641px) and (max-width: 1280px) { table.cells .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } table.cells th, table.cells td { padding-right: 9px; } }
@media (min-width: 1900px) { html { font-size: 112.5%; } :root { --side: max(28px, calc((100vw - 1800px) / 2 + 28px)); } }
@media (min-width: 2400px) { html { font-size: 143.75%; } :root { --side: max(40px, calc((100vw - 2440px) / 2 + 40px)); } button, select, input { min-height: 44px; } }
@media print {
  @page { size: A4; margin: 14mm 12mm; }
  header.top nav, .language, .tools, .pickers, .remove, .skip, .status, .drop, button, input[type="range"] { display: none !important; }
  header.top { position: static; }
  .which select { appearance: none; border: 0; padding: 0; color: inherit; font-weight: 600; }
  :root { --side: 0px; }
  .numbers:not([open]), .examples { display: none; }
  .columns { display: block; }
  .beside { position: static; }
  .answer, .full { border: 0; padding: 0; }
  .risk { -webkit-print-color-adjust: exact; print-color-adjust: exact; border: 1px solid #666; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  td small { white-space: normal; font-size: 7pt; }
  .risk { white-space: normal; }
  table.cells td, table.cells th:first-child { min-width: 0; }
  th, td { padding-right: 6px; }
  .more:not([open]), .today p { display: none; }
  tr, figure, fieldset { break-inside: avoid; }
}
`;
