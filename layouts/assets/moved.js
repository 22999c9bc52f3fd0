// On the page of an old address, before its own way on is read: the end of the address that was asked for (`#…`) goes along,
// as it does where a host redirects. Without this script, or a `#`, the page leads on by itself.
{
  const { to } = document.currentScript.dataset;
  if (location.hash !== "" && !to.includes("#")) {
    // What the page says of the way on must not be read: it would come second, and win.
    window.stop();
    location.replace(to + location.hash);
  }
}
