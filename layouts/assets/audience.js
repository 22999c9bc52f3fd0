// Sends each page view to the site's own Matomo, in one request, unless readers refuse: on the page that explains it, or in the
// region that asks. Nothing is read or written here to measure readers: only their choice is stored.
const { endpoint, site, host, consent } = document.querySelector("script[data-endpoint]").dataset;
const KEY = "carnet-audience";
const asks = consent === "ask";
let counted = false;
let storage;
try {
  storage = localStorage;
} catch {
  // A refusal could not be stored: nothing is counted.
}

/** The state in this browser; views are counted only if it is "yes". */
function state() {
  if (location.host !== host) return "elsewhere";
  if (navigator.globalPrivacyControl || navigator.doNotTrack === "1") return "signal";
  if (!storage) return "unkept";
  const [answer, until = "9"] = (storage.getItem(KEY) ?? "").split(" ");
  const said = until > day(0) && answer;
  if (said === "no") return "no";
  return asks && said !== "yes" ? "unasked" : "yes";
}

function day(months) {
  const date = new Date();
  date.setMonth(date.getMonth() + months);
  return date.toISOString().slice(0, 10);
}

/** An objection is kept until it is withdrawn; an answer to the question, for six months. */
function keep(answer) {
  if (asks) storage.setItem(KEY, `${answer} ${day(6)}`);
  else if (answer === "no") storage.setItem(KEY, answer);
  else storage.removeItem(KEY);
  count();
}

/** Without what may be private, such as search queries; with consent, only the campaign's name is kept. */
function address() {
  const all = [...new URLSearchParams(asks ? location.search : "")];
  const campaign = all.filter(([name]) => /^(mtm|pk|utm)_campaign$/.test(name)).slice(0, 1);
  return `${location.origin}${location.pathname}?${new URLSearchParams(campaign)}`.replace(/\?$/, "");
}

/** https://developer.matomo.org/api-reference/tracking-api */
function count() {
  if (counted || state() !== "yes") return;
  counted = true;
  const { served = document.title } = document.querySelector("title").dataset;
  const fixed = { idsite: site, rec: 1, apiv: 1, send_image: 0, cookie: 0 };
  const view = new URLSearchParams({ ...fixed, action_name: served, url: address(), rand: Math.random() });
  const from = document.referrer && new URL(document.referrer);
  if (asks && from && from.host !== host) view.set("urlref", `${from.protocol}//${from.host}`);
  fetch(`${endpoint}?${view}`, {
    mode: "no-cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    keepalive: true,
  }).catch(() => undefined);
}

const page = document.querySelector(".audience-choice");
const place = page ?? document.querySelector(".asking");
const buttons = [...(place?.querySelectorAll("[data-answer]") ?? [])];

/** Shows the question while it has no answer, or on its page, what is done. */
function show() {
  const now = state();
  if (!page) {
    if (place) place.hidden = now !== "unasked";
    return;
  }
  page.querySelector("[role=status]").textContent = page.dataset[now];
  page.querySelector(".audience-answers").hidden = !["yes", "no", "unasked"].includes(now);
  for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.answer === now));
}

for (const button of buttons)
  button.addEventListener("click", () => {
    const { answer } = button.dataset;
    // A single button also withdraws its own answer.
    keep(buttons.length === 1 && state() === answer ? "yes" : answer);
    show();
    if (place.hidden) document.querySelector("main")?.focus({ preventScroll: true });
  });
// The answer may have been given in another window, or on the page that the reader comes back from.
for (const event of ["storage", "pageshow"]) addEventListener(event, show);
show();

// A page that the browser prerenders has not been seen.
if (document.prerendering) document.addEventListener("prerenderingchange", count, { once: true });
else count();
