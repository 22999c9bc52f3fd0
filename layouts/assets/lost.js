// On the 404 page: puts the words of the unknown address into the search field, to be sent or corrected.
const field = document.querySelector(".search-field");

/** The words of the last part that contains any: `/blog/2026-03-02-mon-titre.html` → `mon titre`. */
function words(path) {
  const parts = path
    .replace(/\.\w+$/, "")
    .split("/")
    .map((part) => part.replace(/[^\p{L}\p{N}'’]+/gu, " ").replace(/^[\d ]+/, ""));
  return (
    parts.findLast((part) => /\p{L}{2}/u.test(part) && !/^(?:index|feed|page)$/.test(part))?.trim() ?? ""
  );
}

/** As it is, if it is malformed. */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// What a reader typed before this ran, or comes back to, is kept.
// The default value is set too: when readers come back to a page, Safari resets a field without suggestions to it.
if (field?.value === "") field.value = field.defaultValue = words(decoded(location.pathname));
