// On the 404 page: puts the words of the unknown address into the search field, to be sent or corrected.
const page = document.querySelector("[data-lost]");
const field = page?.querySelector(".search-field");

/** The words of the last part that contains any: `/blog/2026/03/02/mon-titre.html` → `mon titre`. */
function words(path) {
  const parts = path
    .split("/")
    .map((part) =>
      part
        .replace(/\.\w+$/, "")
        .replace(/^\d{2,4}-\d{2}-\d{2}-/, "")
        .replace(/[^\p{L}\p{N}'’]+/gu, " ")
        .trim(),
    )
    .filter((part) => /\p{L}{2}/u.test(part) && !/^(?:index|feed|page)$/.test(part));
  return (parts.pop() ?? "").slice(0, 80);
}

function pathOf({ pathname }) {
  const { home } = page.dataset;
  const inside = pathname.startsWith(home) ? pathname.slice(home.length) : pathname;
  try {
    return decodeURIComponent(inside);
  } catch {
    return inside;
  }
}

// What a reader typed before this ran, or comes back to, is kept.
// The default value is set too: when readers come back to a page, Safari resets a field without suggestions to it.
if (field?.value === "") field.value = field.defaultValue = words(pathOf(location));
