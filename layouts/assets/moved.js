// On the page of an old address, before its own redirect is parsed: keeps the fragment of the requested address (`#…`), as
// when a host redirects. Without this script, or without a fragment, the page redirects by itself.
{
  const { to } = document.currentScript.dataset;
  if (location.hash !== "" && !to.includes("#")) {
    // The page's own redirect must not be parsed: it would come second, and win.
    window.stop();
    location.replace(to + location.hash);
  }
}
