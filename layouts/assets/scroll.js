// Makes a wide table or wide code a stop of the Tab key, and only while it scrolls. In the HTML, for readers without scripts,
// each of them is one.
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const one of document.querySelectorAll(".prose :is(.table-scroll, pre)")) observer.observe(one);
