// A page opened from a disk (`file://`), where an address that begins with `/` is the disk's root and not the site's.
// Loaded there alone, by theme.js: styles, pictures and links are led to the files beside the page.
{
  const { base } = document.querySelector("script[data-disk]").dataset;
  const root = new URL("..", document.currentScript.src).href;

  /** `/blog/a/#b` → `file:///…/_site/blog/a/index.html#b`; other addresses as they are. */
  const onDisk = (address) => {
    if (!address.startsWith(base) || address.startsWith("//")) return address;
    const [, path, end] = /^([^?#]*)(.*)$/.exec(address.slice(base.length));
    return root + path + (path === "" || path.endsWith("/") ? "index.html" : "") + end;
  };
  const each = (name, change) => {
    // A script has run already, and a preload has been asked for: neither is asked for again.
    for (const one of document.querySelectorAll(`[${name}]:not(script, [rel="preload"])`))
      one.setAttribute(name, change(one.getAttribute(name)));
  };
  const lead = () => {
    for (const name of ["href", "src", "poster", "action"]) each(name, onDisk);
    each("srcset", (set) => set.split(", ").map(onDisk).join(", "));
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", lead);
  else lead();
}
