// The invented world behind the sample result directories: trusts, services, levels and notes.
// Capacities resemble Helse Nord so that pictures can be judged by eye; every other number is made up.

export const REGION = { id: "region", name: "Helse Nord" };

export const TRUSTS = [
  { id: "finnmark", name: "Finnmarkssykehuset", short: "Finnmark", people: 75_053, drift: -0.001 },
  { id: "unn", name: "Universitetssykehuset Nord-Norge", short: "UNN", people: 194_580, drift: 0.002 },
  { id: "nlsh", name: "Nordlandssykehuset", short: "Nordland", people: 140_226, drift: 0.0005 },
  { id: "helgeland", name: "Helgelandssykehuset", short: "Helgeland", people: 77_885, drift: -0.0015 },
];

const service = (id, name_nb, name_en, unit_nb, unit_en, more = {}) => ({
  id,
  group: false,
  parts: [],
  name_nb,
  name_en,
  unit_nb,
  unit_en,
  simulated: true,
  ...more,
});

export const SERVICES = [
  service("phv", "Psykisk helsevern for voksne", "Adult mental health care", "døgnplasser", "beds", {
    group: true,
    parts: ["phv-akutt", "phv-sykehus", "dps", "sikkerhet-lokal"],
  }),
  service("phv-akutt", "Akuttpsykiatri", "Acute psychiatry", "døgnplasser", "beds"),
  service("phv-sykehus", "Øvrig sykehuspsykiatri", "Other hospital psychiatry", "døgnplasser", "beds"),
  service("dps", "Distriktspsykiatriske sentre (DPS)", "District psychiatric centres", "døgnplasser", "beds"),
  service("sikkerhet-lokal", "Lokal sikkerhetspsykiatri", "Local secure psychiatry", "døgnplasser", "beds"),
  service(
    "phbu",
    "Psykisk helsevern for barn og unge",
    "Mental health care for children and young people",
    "døgnplasser",
    "beds",
  ),
  service(
    "tsb",
    "Tverrfaglig spesialisert rusbehandling (TSB)",
    "Specialised addiction treatment",
    "døgnplasser",
    "beds",
  ),
  service("intensiv-2", "Intensiv, kategori 2", "Intensive care, category 2", "senger", "beds"),
  service("intensiv-3", "Intensiv, kategori 3", "Intensive care, category 3", "senger", "beds"),
  service("somatikk", "Somatikk", "Somatic care", "senger", "beds", { simulated: false }),
];

// beds 2024, need 2024 (beds at the planned utilisation), yearly trend, spread of a draw, evidence, planned utilisation
const cell = (trust, service, beds, need, trend, spread, evidence, utilisation) => ({
  trust,
  service,
  beds,
  need,
  trend,
  spread,
  evidence,
  utilisation,
});
const N = "not-identified",
  D = "derived",
  A = "assumed";

export const CELLS = [
  cell("unn", "phv-akutt", 45, 48, -0.002, 0.05, N, 0.85),
  cell("nlsh", "phv-akutt", 36, 30, -0.003, 0.05, N, 0.85),
  cell("unn", "phv-sykehus", 52, 55, -0.002, 0.06, N, 0.85),
  cell("nlsh", "phv-sykehus", 48, 40, -0.003, 0.06, N, 0.85),
  cell("unn", "dps", 35, 35, -0.002, 0.06, N, 0.85),
  cell("nlsh", "dps", 20, 19, -0.003, 0.06, N, 0.85),
  cell("finnmark", "dps", 28, 27, -0.005, 0.06, D, 0.85),
  cell("helgeland", "dps", 23, 17, -0.004, 0.06, D, 0.85),
  cell("unn", "sikkerhet-lokal", 17, 20, 0.02, 0.08, N, 0.85),
  cell("nlsh", "sikkerhet-lokal", 15, 17, 0.02, 0.08, N, 0.85),
  cell("unn", "phbu", 14, 14.5, -0.008, 0.05, D, 0.62),
  cell("nlsh", "phbu", 13, 10.3, -0.009, 0.05, D, 0.85),
  cell("finnmark", "phbu", 8, 8.7, -0.012, 0.05, D, 0.7),
  cell("helgeland", "phbu", 7, 5.5, -0.012, 0.05, D, 0.71),
  cell("unn", "tsb", 65, 51.7, -0.001, 0.05, D, 0.85),
  cell("nlsh", "tsb", 16, 16.6, -0.001, 0.05, N, 0.85),
  cell("finnmark", "tsb", 12, 11, -0.003, 0.05, D, 0.85),
  cell("helgeland", "tsb", 8, 6.8, -0.003, 0.05, D, 0.85),
  cell("unn", "intensiv-2", 10, 9.3, 0.015, 0.08, N, 0.75),
  cell("nlsh", "intensiv-2", 14, 13.1, 0.014, 0.08, N, 0.75),
  cell("finnmark", "intensiv-2", 2, 1.9, 0.013, 0.08, N, 0.75),
  cell("helgeland", "intensiv-2", 4, 3.7, 0.014, 0.08, N, 0.75),
  cell("unn", "intensiv-3", 12, 13.3, 0.013, 0.12, A, 0.75),
  cell("nlsh", "intensiv-3", 5, 4.8, 0.013, 0.12, A, 0.75),
  cell("finnmark", "intensiv-3", 2, 1.6, 0.012, 0.12, A, 0.75),
  cell("helgeland", "intensiv-3", 3, 2.3, 0.013, 0.12, A, 0.75),
];

const change = (id, trust, service, site, date, beds, plan, source, label_nb, label_en) => ({
  id,
  trust,
  service,
  site,
  tier: "staffed",
  date,
  beds,
  plan,
  status: plan === "observed" ? "observed" : "derived",
  source,
  label_nb,
  label_en,
});

export const PLAN = [
  change(
    "unn-dps-2025",
    "unn",
    "dps",
    "Tromsø",
    "2025-01-01",
    5,
    "observed",
    "SSB 13942",
    "Telling 2025",
    "Count of 2025",
  ),
  change(
    "finnmark-dps-2025",
    "finnmark",
    "dps",
    "Finnmark",
    "2025-01-01",
    2,
    "observed",
    "SSB 13942",
    "Telling 2025",
    "Count of 2025",
  ),
  change(
    "unn-tsb-2025",
    "unn",
    "tsb",
    "Tromsø",
    "2025-01-01",
    -13,
    "observed",
    "SSB 13942",
    "Telling 2025",
    "Count of 2025",
  ),
  change(
    "ronvik",
    "nlsh",
    "sikkerhet-lokal",
    "Bodø",
    "2026-04-01",
    6,
    "planned",
    "Styresak, Nordlandssykehuset",
    "Rønvik, sikkerhet",
    "Rønvik, security",
  ),
  change(
    "asgard-out",
    "unn",
    "phv-akutt",
    "Åsgård",
    "2031-01-01",
    -45,
    "planned",
    "Helse Nord",
    "Åsgård erstattes",
    "Åsgård replaced",
  ),
  change(
    "asgard-in",
    "unn",
    "phv-akutt",
    "Nye Åsgård",
    "2031-01-01",
    45,
    "planned",
    "Helse Nord",
    "Nye Åsgård",
    "New Åsgård",
  ),
];

export const NOTES = [
  {
    trust: "unn",
    service: "phv",
    note_nb:
      "Nye Åsgård fra 2031 erstatter dagens plasser. Ingen nettoendring er offentliggjort; dagens telling er videreført.",
    note_en: "New Åsgård replaces today's places from 2031. No net change is published; today's count is carried on.",
  },
  {
    trust: "unn",
    service: "tsb",
    note_nb: "Plasser og oppholdsdøgn falt samtidig i 2025; grunnaktiviteten er snittet av 2024 og 2025.",
    note_en: "Places and bed days fell together in 2025; base activity is the mean of 2024 and 2025.",
  },
  {
    trust: "nlsh",
    service: "tsb",
    note_nb: "SSB teller 8 plasser, men 5 004 oppholdsdøgn krever flere. 16 plasser er avledet av egen aktivitet.",
    note_en:
      "Statistics Norway counts 8 places, but 5 004 bed days need more. 16 places are derived from own activity.",
  },
];

export const ASSUMPTIONS = [
  ["unn.phv.bed_days", 49303, 46838, 51768, "bed days", "observed", "SSB 13942"],
  ["statement.region-places-2024.figure", 462, "", "", "beds", "published", "Årlig melding 2024, Helse Nord"],
  ["unn.intensiv-3.beds", 12, "", "", "beds", "observed", "Helse Nord, kapasitetskartlegging 2024"],
  ["population.vintage", 2024, "", "", "", "published", "SSB 14288"],
  ["tsb.stay.mean", 25.9, 24, 28, "days", "derived", "27 584 / 1 063"],
  [
    "phv.utilisation",
    0.85,
    0.8,
    0.9,
    "share",
    "assumed",
    "Planned share; regional practice is 0.80–0.85 in somatic care",
  ],
  [
    "intensiv-3.share_category_3",
    0.8,
    0.6,
    1,
    "share",
    "assumed",
    'Register spans categories 2 and 3, "share" is a guess',
  ],
];
