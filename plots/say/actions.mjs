// What is done to patients, as short words at its day in a chart.
import { unitText } from "./codes.mjs";

/** Kinds that change beds: their days are marked as openings of the plan. What has no day of its own isn't marked. */
const OF_BEDS = ["open", "close", "move", "delay", "new-unit", "staffed", "surge", "input"];

/**
 * Actions on patients that are felt in a cell: of those who are treated there or live there, or go there. Where there is none
 * of these, and the cell is moved all the same, those of residents elsewhere who are treated here.
 */
export function patientActionsOf(results, cell) {
  const services = [cell.service.id, ...(cell.service.group ? (cell.service.parts ?? []) : [])];
  const isOf = (ids, mine) => ids.split(" ").some((id) => mine.includes(id));
  const here = (row) => row.trust === "" || isOf(row.trust, [cell.trust.id]) || isOf(row.to_trust, [cell.trust.id]);
  // One that comes back every year, or says several numbers, has several rows: its first day is marked.
  const firsts = [...new Map([...results.tables.actions].reverse().map((row) => [row.action, row])).values()].reverse();
  const ofService = firsts.filter(
    (row) =>
      row.date !== "" &&
      !OF_BEDS.includes(row.kind) &&
      (row.service === "" || isOf(row.service, services) || isOf(row.to_service, services)),
  );
  if (cell.trust.isRegion) return ofService;
  const felt = ofService.filter(here);
  return felt.length > 0 ? felt : ofService.filter((row) => row.trust.startsWith("residents-of "));
}

/** An action without its day: what, by how much. */
export function deedText(results, texts, row) {
  const { t } = texts;
  const key = `deeds.${row.kind.replaceAll("-", "_")}`;
  const name = texts.has(key) ? t(key) : row.kind;
  if (row.kind === "treat-elsewhere") {
    const values = { size: texts.share(row.size), to: placeText(results, texts, row.to_trust) };
    return t("deeds.moved", values);
  }
  return [name, sizeText(texts, row)].filter(Boolean).join(" ");
}

function placeText(results, texts, id) {
  if (id === "home") return texts.t("deeds.home");
  return results.trust(id)?.short ?? texts.t("deeds.outside");
}

function sizeText(texts, { size, unit }) {
  if (size === null) return "";
  const sign = size > 0 ? "+" : "";
  if (unit === "share") return texts.share(size);
  if (unit === "per cent") return `${sign}${texts.share(size / 100)}`;
  return `${sign}${texts.exact(size)} ${unitText(texts, unit)}`.trim();
}
