// Text → ids that are unique in a page, for fragments to point to.
// An id becomes a property of `window`, and sometimes of `document`: one that would have the name of a property of theirs gets a suffix.

/** What `document` and `window` have in Chromium 156, except constants and the names of events; and the ids of Carnet's own layouts. */
const TAKEN = new Set(
  (
    "URL __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ activeElement " +
    "activeViewTransition addEventListener adoptNode adoptedStyleSheets alert alinkColor all anchors append " +
    "appendChild applets ariaNotify atob baseURI bgColor blur body browsingTopics btoa caches captureEvents " +
    "caretPositionFromPoint caretRangeFromPoint characterSet charset childElementCount childNodes children " +
    "chrome clear clientInformation cloneNode close closed compareDocumentPosition compatMode confirm console " +
    "constructor contains contentType cookie createAttribute createAttributeNS createCDATASection " +
    "createComment createDocumentFragment createElement createElementNS createEvent createExpression " +
    "createNSResolver createNodeIterator createProcessingInstruction createRange createTextNode " +
    "createTreeWalker credentialless crypto currentScript customElementRegistry customElements defaultView " +
    "designMode dir dispatchEvent doctype document documentElement documentURI domain elementFromPoint " +
    "elementsFromPoint embeds escape eval evaluate event execCommand exitFullscreen exitPictureInPicture " +
    "exitPointerLock external featurePolicy fence fetch fgColor find firstChild firstElementChild focus fonts " +
    "forms fragmentDirective frameElement frames fullscreen fullscreenElement fullscreenEnabled getAnimations " +
    "getElementById getElementsByClassName getElementsByName getElementsByTagName getElementsByTagNameNS " +
    "getRootNode getSelection hasChildNodes hasFocus hasOwnProperty hasPrivateToken hasRedemptionRecord " +
    "hasStorageAccess hasUnpartitionedCookieAccess head hidden history images implementation importNode " +
    "indexedDB innerHeight innerWidth inputEncoding insertBefore isConnected isDefaultNamespace isEqualNode " +
    "isPrototypeOf isSameNode lastChild lastElementChild lastModified length linkColor links localStorage " +
    "location locationbar lookupNamespaceURI lookupPrefix menubar moveBefore moveBy moveTo name navigation " +
    "navigator nextSibling nodeName nodeType nodeValue normalize open opener origin outerHeight outerWidth " +
    "ownerDocument parent parentElement parentNode performance personalbar pictureInPictureElement " +
    "pictureInPictureEnabled plugins pointerLockElement postMessage prepend prerendering previousSibling " +
    "print prompt propertyIsEnumerable prototype queryCommandEnabled queryCommandIndeterm queryCommandState " +
    "queryCommandSupported queryCommandValue querySelector querySelectorAll queueMicrotask readyState " +
    "referrer releaseEvents removeChild removeEventListener replaceChild replaceChildren " +
    "requestAnimationFrame requestStorageAccess resizeBy resizeTo rootElement scheduler screen screenX " +
    "screenY scripts scroll scrollBy scrollTo scrollX scrollY scrollbars scrollingElement self sessionStorage " +
    "setInterval setTimeout speechSynthesis startViewTransition status statusbar stop structuredClone " +
    "styleMedia styleSheets textContent timeline title toLocaleString toString toolbar top trustedTypes " +
    "undefined unescape valueOf viewport visibilityState visualViewport vlinkColor wasDiscarded " +
    "webkitCancelFullScreen webkitCurrentFullScreenElement webkitExitFullscreen webkitFullscreenElement " +
    "webkitFullscreenEnabled webkitHidden webkitIsFullScreen webkitVisibilityState when window write writeln " +
    "xmlEncoding xmlStandalone xmlVersion " +
    "main contenu content header footer nav menu search recherche sommaire toc"
  ).split(" "),
);

/** Layouts use `page--main`, `search--form` and the like around the text. */
const OF_LAYOUTS = /^(?:page|search)--/;

/** The ids of one page. */
export class Ids {
  readonly #used = new Map<string, number>();

  /** Returns `asked`, or `asked-1`, `asked-2`… if it is taken or unsafe. An id that layouts may use gets the prefix `text-`. */
  take(asked: string): string {
    const wanted = OF_LAYOUTS.test(asked) ? `text-${asked}` : asked;
    const count = this.#used.get(wanted) ?? (TAKEN.has(wanted) || /^on[a-z]+$/.test(wanted) ? 0 : -1);
    if (count < 0) {
      this.#used.set(wanted, 1);
      return wanted;
    }
    for (let n = Math.max(count, 1); ; n++) {
      const id = `${wanted}-${String(n)}`;
      if (this.#used.has(id)) continue;
      this.#used.set(wanted, n + 1);
      this.#used.set(id, 1);
      return id;
    }
  }

  has(id: string): boolean {
    return this.#used.has(id);
  }

  all(): string[] {
    return [...this.#used.keys()].filter((id) => !TAKEN.has(id));
  }
}

/** Letters that Unicode decomposition does not split. */
const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", "’": "'" };

/** An id made from the words of a heading: `L’œuvre d’été` → `l-oeuvre-d-ete`. */
export function slugOf(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[œæß’]/g, (letter) => LIGATURES[letter] ?? letter)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "");
  const slug = plain
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return slug === "" ? "section" : slug;
}
