// The style sheet of the report.
export const STYLE = `:root { --ink: #1b2733; --text: #33404c; --faint: #5f6c78; --line: #dfe4e9; --need: #0b4f8f; --plum: #5f1f4b; --sand: #dcc49c; --pale: #d3e3f1; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--text); background: #fff; font: 15px/1.5 Inter, "Open Sans", "DejaVu Sans", sans-serif; font-feature-settings: "tnum"; }
main, footer { max-width: 1240px; margin: 0 auto; padding: 0 28px; }
h1, h2, h3 { color: var(--ink); line-height: 1.25; text-wrap: balance; }
h1 { font-size: 24px; margin: 4px 0 8px; letter-spacing: -0.012em; text-wrap: wrap; }
h2 { font-size: 20px; margin: 30px 0 8px; }
#judged h2 { margin-top: 14px; margin-bottom: 2px; }
h3 { font-size: 16px; margin: 0; display: inline; }
p { margin: 0 0 6px; max-width: 84em; }
a { color: var(--need); }
small { font-size: 0.86em; color: var(--faint); }
em { font-style: normal; color: var(--faint); white-space: nowrap; }
code { font-family: "DejaVu Sans Mono", monospace; font-size: 0.88em; overflow-wrap: anywhere; }
.brand { margin: 18px 0 0; color: var(--faint); }
.brand strong { color: var(--plum); margin-right: 6px; }
ul.lead { color: var(--ink); margin: 0 0 8px; padding-left: 20px; max-width: 84em; }
ul.lead li { margin: 0 0 3px; }
.sourced { padding-left: 10px; border-left: 4px solid var(--plum); }
.note, .intro { color: var(--faint); font-size: 14px; }
.edited { padding: 8px 12px; background: #fbf3e4; border: 1px solid var(--sand); }
.edited p { margin: 0; }
.edited ul { margin: 2px 0 0; padding-left: 20px; max-width: 84em; }
.edited details { border: 0; padding: 2px 0 0; }
.nowrap { white-space: nowrap; }
/* Shadows at the edges where there is more to scroll to; covers hide them at the ends. */
.scroll { overflow-x: auto; margin: 0 0 10px; background: linear-gradient(to right, #fff 40%, transparent) 0 0 / 40px 100% no-repeat local, linear-gradient(to left, #fff 40%, transparent) 100% 0 / 40px 100% no-repeat local, radial-gradient(farthest-side at 0 50%, rgb(27 39 51 / 0.28), transparent) 0 0 / 14px 100% no-repeat scroll, radial-gradient(farthest-side at 100% 50%, rgb(27 39 51 / 0.28), transparent) 100% 0 / 14px 100% no-repeat scroll; }
.scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--need); outline-offset: 2px; }
table { border-collapse: collapse; font-size: 13.5px; line-height: 1.35; width: 100%; }
caption { text-align: left; color: var(--faint); padding: 0 0 6px; font-size: 13.5px; }
th, td { text-align: left; vertical-align: top; padding: 2.5px 12px 2.5px 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--faint); font-weight: 500; border-bottom: 1.5px solid #98a4af; vertical-align: bottom; }
tbody th { font-weight: 400; color: var(--ink); }
tr.group th { font-weight: 600; padding-top: 7px; border-bottom-color: #b9c2ca; }
tr.region th, tr.region td { font-weight: 600; }
tr.region small { font-weight: 400; }
table.judged tbody tr:not(.group) th, table.numbers tbody tr:not(.group) th { padding-left: 10px; }
table.judged tr.short td strong { color: var(--plum); }
table.judged td:not(:last-child) { white-space: nowrap; }
table.judged th { white-space: nowrap; }
table.judged td:nth-child(2) { white-space: normal; min-width: 12em; }
table.judged thead th { white-space: normal; }
table.judged td:last-child { font-size: 13px; min-width: 19em; }
h1 .parts { font-size: 17px; font-weight: 500; letter-spacing: 0; color: var(--text); }
#glance h2 { margin-top: 14px; margin-bottom: 2px; }
table.glance { font-size: 13px; }
table.glance th, table.glance td { padding: 3px 8px 3px 0; vertical-align: top; }
table.glance tr.part th, table.glance thead .part { padding-left: 14px; font-weight: 400; }
table.glance .gap { white-space: nowrap; }
table.glance strong { color: var(--plum); }
table.glance .when { display: block; }
table.glance .none { color: var(--faint); }
table.verdicts { font-size: 13px; }
table.verdicts th, table.verdicts td { padding-right: 8px; }
table.verdicts tbody th { min-width: 8em; }
table.verdicts .p { display: inline-block; max-width: 7.4em; }
table.verdicts .risk { padding: 0 5px; }
table.verdicts tr.open th, table.verdicts tr.open td { border-bottom: 0; }
table.verdicts tr.said td { padding: 0 0 4px 10px; color: var(--faint); font-size: 13px; }
table.verdicts tr.said div { max-width: 84em; }
table.verdicts tbody tr:not(.group) th { padding-left: 10px; }
table.verdicts td:nth-child(4n+3) { min-width: 6.5em; }
table.verdicts tr.short td strong { color: var(--plum); }
small.reason { display: block; max-width: 9em; }
small.enough { display: block; white-space: nowrap; }
.apart { display: flex; flex-wrap: wrap; gap: 8px 28px; align-items: flex-start; margin-top: 8px; }
.apart > figure { flex: 2 1 560px; min-width: 0; }
.apart > .scroll:not(figure) { flex: 1 1 300px; min-width: 0; }
table.numbers.parts td:nth-child(2), table.numbers.parts thead th:nth-child(2) { text-align: left; }
sup { line-height: 0; }
table.numbers td, table.numbers thead th:not(:first-child) { text-align: right; }
table.indicators td:last-child { max-width: 30em; }
table.words3 td:nth-child(-n+3), table.words3 thead th:nth-child(-n+3) { text-align: left; }
table.words4 td:nth-child(-n+4), table.words4 thead th:nth-child(-n+4), table.worth td:nth-child(2), table.worth thead th:nth-child(2) { text-align: left; }
table.asked td:nth-child(2) { white-space: nowrap; }
table.published td:last-child { min-width: 22em; }
table.published td:last-child small { display: block; }
table.published td:nth-child(2), table.published td:nth-child(3) { max-width: 12em; }
table.published td:nth-child(4), table.published td:nth-child(6) { white-space: nowrap; }
table.unjudged td { min-width: 9em; }
table.settings td { min-width: 12em; max-width: 26em; }
table.settings td:nth-child(2) { min-width: 0; }
table.unjudged tbody th small { display: block; }
table.unjudged tbody th { max-width: 17em; }
small.below { display: block; white-space: nowrap; font-size: 11.5px; font-weight: 400; }
.change { display: block; white-space: nowrap; }
.risk { display: inline-block; padding: 0 7px; border-radius: 3px; white-space: nowrap; font-weight: 400; }
.risk.low { background: var(--pale); color: #173f66; }
.risk.medium { background: var(--sand); color: #4a3410; }
.risk.high { background: var(--plum); color: #fff; }
.risk.open { background: repeating-linear-gradient(135deg, #fff 0 5px, #e3e8ec 5px 7px); color: #33404c; box-shadow: inset 0 0 0 1px #98a4af; }
.notes { margin: 4px 0 8px; padding-left: 22px; color: var(--faint); font-size: 13.5px; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; margin: 22px 0 0; padding: 10px 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
details { border-bottom: 1px solid var(--line); padding: 8px 0; }
summary { cursor: pointer; }
figure { margin: 12px 0; }
figure svg { display: block; width: 100%; height: auto; min-width: 560px; }
.grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 560px), 1fr)); gap: 8px 28px; }
.grid.narrow { grid-template-columns: repeat(auto-fit, minmax(min(100%, 350px), 1fr)); }
.grid > figure, .grid > .pile { min-width: 0; }
.grid.narrow svg { min-width: 340px; }
.filter { margin-top: 10px; }
.filter > span { color: var(--faint); margin-right: 10px; }
.filter label { margin: 0 14px 0 4px; }
#show-observed:checked ~ .scroll tr[class]:not(.is-observed), #show-published:checked ~ .scroll tr[class]:not(.is-published),
#show-derived:checked ~ .scroll tr[class]:not(.is-derived), #show-assumed:checked ~ .scroll tr[class]:not(.is-assumed) { display: none; }
footer { margin-top: 36px; padding-top: 12px; padding-bottom: 28px; border-top: 1px solid var(--line); color: var(--faint); font-size: 13.5px; }
@media (max-width: 640px) {
  main, footer { padding: 0 16px; }
  h1 { font-size: 23px; }
  h2 { font-size: 19px; }
  figure svg, .grid.narrow svg { min-width: 0; }
  table { width: max-content; min-width: 100%; }
  caption { max-width: calc(100vw - 32px); position: sticky; left: 0; }
  tbody th:not([colspan]), table.unjudged tbody th { position: sticky; left: 0; background: #fff; max-width: 9.5em; overflow-wrap: anywhere; }
  table.judged tbody th { white-space: normal; }
  table.verdicts tr.said div { position: sticky; left: 0; max-width: calc(100vw - 42px); }
  #risk figure svg { min-width: 900px; }
  h1 .parts { font-size: 16px; }
  tbody th:not([colspan]), table.unjudged tbody th { max-width: 7.5em; }
  table.bases thead th, table.bases td { white-space: normal; max-width: 7em; min-width: 5em; }
  table.asked tbody th:not([colspan]), table.worth tbody th:not([colspan]) { max-width: 10em; }
  table.asked td:last-child { white-space: normal; min-width: 15em; max-width: 18em; }
  table.sides td { max-width: 16em; }
  table.judged td:nth-child(2), table.judged thead th:nth-child(2) { white-space: normal; min-width: 0; max-width: 8em; }
}
@media print {
  @page { size: A4; margin: 14mm 12mm; }
  body { font-size: 10pt; }
  main, footer { max-width: none; padding: 0; }
  nav, .filter > span, .filter > input, .filter > label { display: none; }
  .scroll { overflow: visible; }
  table { font-size: 7.5pt; }
  table td, table th, table.judged td, table.judged th, em, .change, .nowrap { white-space: normal; }
  th, td { padding-right: 7px; }
  table.verdicts { font-size: 7.5pt; }
  table.verdicts tr.said td { font-size: 7.5pt; }
  .risk, .nowrap, small.reason { white-space: normal; }
  table.verdicts td:nth-child(4n+3) { min-width: 0; }
  table.judged td:last-child, table.unjudged td { min-width: 0; font-size: inherit; }
  .grid { grid-template-columns: 1fr 1fr; }
  .grid.narrow { grid-template-columns: 1fr 1fr 1fr; }
  .grid.narrow svg { min-width: 0; }
  .note, .intro, .notes { font-size: 9pt; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  details::details-content { content-visibility: visible; height: auto; }
  figure svg { min-width: 0; }
  .risk { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
