// For pages opened from a disk (`file://`), where an address that begins with `/` starts at the disk's root, not the site's.
// Loaded only there, by theme.js: points styles, pictures and links to the files beside the page.
{
  const { base } = document.querySelector("script[data-disk]").dataset;
  const root = new URL("..", document.currentScript.src).href;

  /** `/blog/a/#b` → `file:///…/_site/blog/a/index.html#b`; other addresses are unchanged. */
  const onDisk = (address) => {
    if (!address.startsWith(base) || address.startsWith("//")) return address;
    const [, path, end] = /^([^?#]*)(.*)$/.exec(address.slice(base.length));
    return root + path + (path === "" || path.endsWith("/") ? "index.html" : "") + end;
  };
  const each = (name, change) => {
    // Scripts have already run and preloads have been requested: neither is requested again.
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
