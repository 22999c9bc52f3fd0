// Sends each page view to the site's own Matomo, in one request, unless readers object on the page that explains it. Nothing is
// read or written here to measure readers: only their objection is stored.
const { endpoint, site, host } = document.querySelector("script[data-endpoint]").dataset;
const KEY = "carnet-audience";
let counted = false;
let storage;
try {
  storage = localStorage;
} catch {
  // An objection could not be stored: nothing is counted.
}

/** The state in this browser; views are counted only if it is "yes". */
function state() {
  if (location.host !== host) return "elsewhere";
  if (navigator.globalPrivacyControl || navigator.doNotTrack === "1") return "signal";
  if (!storage) return "unkept";
  return storage.getItem(KEY)?.startsWith("no") ? "no" : "yes";
}

/** https://developer.matomo.org/api-reference/tracking-api */
function count() {
  if (counted || state() !== "yes") return;
  counted = true;
  const { served = document.title } = document.querySelector("title").dataset;
  const fixed = { idsite: site, rec: 1, apiv: 1, send_image: 0, cookie: 0 };
  // Without what may be private, such as search queries.
  const url = location.origin + location.pathname;
  const view = new URLSearchParams({ ...fixed, action_name: served, url, rand: Math.random() });
  fetch(`${endpoint}?${view}`, {
    mode: "no-cors",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    keepalive: true,
  }).catch(() => undefined);
}

const place = document.querySelector(".audience-choice");
const button = place?.querySelector("button");

/** On the page that explains it: what is done, and the button. */
function show() {
  const now = state();
  place.querySelector("[role=status]").textContent = place.dataset[now];
  place.querySelector(".audience-answers").hidden = now !== "yes" && now !== "no";
  button.setAttribute("aria-pressed", String(now === "no"));
}

if (place) {
  button.addEventListener("click", () => {
    if (state() === "no") storage.removeItem(KEY);
    else storage.setItem(KEY, "no");
    count();
    show();
  });
  // The answer may have been given in another window, or on the page that the reader comes back from.
  for (const event of ["storage", "pageshow"]) addEventListener(event, show);
  show();
}

// A page that the browser prerenders has not been seen.
if (document.prerendering) document.addEventListener("prerenderingchange", count, { once: true });
else count();
